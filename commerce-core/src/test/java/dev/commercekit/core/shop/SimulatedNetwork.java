package dev.commercekit.core.shop;

import dev.commercekit.payment.QueryableGateway;
import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.Reading;
import dev.commercekit.storage.Scan;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.StorageException;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.table.Table;
import dev.commercekit.testkit.fault.FaultyStorage;
import dev.commercekit.testkit.fault.StorageFault;
import dev.commercekit.testkit.payment.FaultyGateway;
import dev.commercekit.testkit.payment.GatewayFault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;

/**
 * What lies between the nodes, their storage and their gateway. While it is troubled, messages are lost and doubled, calls
 * fail, processes stop in the middle, and others act in between: between the rows of one reading, before a commit arrives,
 * and before and after a call of the gateway.
 */
final class SimulatedNetwork {

    private static final GatewayFault[] GATEWAY_FAULTS = GatewayFault.values();

    private final Random random;
    private final Runnable others;
    private final List<Runnable> late = new ArrayList<>();
    private boolean troubled = true;

    /** Creates it; {@code others} lets somebody else act. */
    SimulatedNetwork(Random random, Runnable others) {
        this.random = random;
        this.others = others;
    }

    void heal() {
        troubled = false;
        arrive();
    }

    /** Lets requests arrive that were held back. */
    void arrive() {
        List<Runnable> arriving = List.copyOf(late);
        late.clear();
        arriving.forEach(Runnable::run);
    }

    Storage to(Storage storage) {
        return new TornReads(new FaultyStorage(storage).otherwise((sets, behind) -> fault().commit(sets, behind)));
    }

    QueryableGateway to(QueryableGateway gateway) {
        return FaultyGateway.around(gateway, this::gatewayFault, this::meanwhile);
    }

    private StorageFault fault() {
        if (!troubled || random.nextInt(100) >= 12) {
            return StorageFault.none();
        }
        return switch (random.nextInt(24)) {
            case 0 -> StorageFault.lostReply();
            case 1 -> StorageFault.lostRequest();
            case 2 -> StorageFault.lateRequest(late::add);
            case 3, 4 -> StorageFault.duplicate();
            case 5, 6 -> StorageFault.failure(true);
            case 7, 8 -> SimulatedNetwork::crashBefore;
            case 9, 10 -> SimulatedNetwork::crashAfter;
            case 11, 12, 13 -> StorageFault.after(others);
            default -> StorageFault.before(others);
        };
    }

    private GatewayFault gatewayFault() {
        if (!troubled || random.nextInt(100) >= 20) {
            return GatewayFault.NONE;
        }
        return GATEWAY_FAULTS[random.nextInt(GATEWAY_FAULTS.length)];
    }

    private void meanwhile() {
        if (random.nextInt(3) == 0) {
            throw new Crash();
        }
        others.run();
    }

    private static List<CommitResult> crashBefore(List<WriteSet> sets, StorageFault.Commits storage) {
        throw new Crash();
    }

    private static List<CommitResult> crashAfter(List<WriteSet> sets, StorageFault.Commits storage) {
        storage.commitAll(sets);
        throw new Crash();
    }

    /** A storage that keeps its promise and no more: each row of a reading may be of another moment. */
    private final class TornReads implements Storage {

        private final Storage storage;

        private TornReads(Storage storage) {
            this.storage = storage;
        }

        @Override
        public void open(Collection<Table> tables) {
            storage.open(tables);
        }

        @Override
        public Instant now() {
            return storage.now();
        }

        @Override
        public Reading get(Collection<RowKey> keys) {
            if (!troubled || keys.size() < 2 || random.nextInt(100) >= 5) {
                return storage.get(keys);
            }
            if (random.nextInt(10) == 0) {
                throw new StorageException("the storage cannot be read", true);
            }
            int odd = random.nextInt(2);
            Reading before = storage.get(every(keys, odd));
            others.run();
            Reading after = storage.get(every(keys, 1 - odd));
            List<Row> rows = new ArrayList<>(before.rows());
            rows.addAll(after.rows());
            return new Reading(rows, after.at());
        }

        @Override
        public Reading scan(Scan scan) {
            return storage.scan(scan);
        }

        @Override
        public List<CommitResult> commitAll(List<WriteSet> sets) {
            return storage.commitAll(sets);
        }

        @Override
        public void close() {
            storage.close();
        }

        private static List<RowKey> every(Collection<RowKey> keys, int odd) {
            List<RowKey> all = keys.stream().distinct().toList();
            List<RowKey> some = new ArrayList<>();
            for (int i = odd; i < all.size(); i += 2) {
                some.add(all.get(i));
            }
            return some;
        }
    }
}
