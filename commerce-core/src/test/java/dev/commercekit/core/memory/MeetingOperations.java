package dev.commercekit.core.memory;

import dev.commercekit.core.lincheck.Ledger;
import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.WriteSetId;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jetbrains.lincheck.datastructures.Operation;

/**
 * A planted race that does not wait for chance: nobody takes the lock, and where one reads while another commits, the commit falls
 * between the two rows that are read. Each waits for the other, but not for ever, since there may be none.
 */
public final class MeetingOperations {

    private static final int PATIENCE = 200;

    private final Tables tables = new Tables();
    private final AtomicInteger between = new AtomicInteger();
    private final AtomicInteger ids = new AtomicInteger();
    private final AtomicInteger commits = new AtomicInteger();

    /** Creates the tables; Lincheck does. */
    public MeetingOperations() {
        tables.open(List.of(Ledger.ACCOUNTS));
    }

    /** Adds one to both accounts in one set. */
    @Operation
    public int addToBoth() {
        await(() -> between.get() > 0);
        WriteSet set = WriteSet.of(
                new WriteSetId("set" + ids.incrementAndGet()),
                Ledger.BOTH.stream().map(MeetingOperations::addition).toArray(Write[]::new));
        int applied = (int) new Batch(tables, List.of(set))
                .apply(Instant.EPOCH).stream().filter(CommitResult::applied).count();
        commits.incrementAndGet();
        return applied;
    }

    /** Reads both accounts. */
    @Operation
    public List<Long> read() {
        List<Long> balances = new ArrayList<>();
        int before = commits.get();
        Ledger.BOTH.forEach(key -> {
            if (key.equals(Ledger.BOTH.get(1))) {
                between.incrementAndGet();
                await(() -> commits.get() > before);
                between.decrementAndGet();
            }
            Row row = tables.of(key.table()).get(key);
            balances.add(row == null ? 0L : row.get(Ledger.BALANCE));
        });
        return balances;
    }

    private static Write addition(RowKey key) {
        return Write.add(key, Ledger.BALANCE, 1).orInsert(values -> values.set(Ledger.BALANCE, 0L));
    }

    private static void await(BooleanSupplier other) {
        for (int i = 0; i < PATIENCE && !other.getAsBoolean(); i++) {
            LockSupport.parkNanos(10_000);
        }
    }

    /** What one caller at a time would be told. */
    public static final class OneAtATime {

        private long balance;

        /** As {@link MeetingOperations#addToBoth()}. */
        public int addToBoth() {
            balance++;
            return 1;
        }

        /** As {@link MeetingOperations#read()}. */
        public List<Long> read() {
            return List.of(balance, balance);
        }
    }
}
