package dev.commercekit.core.inventory;

import dev.commercekit.IdGenerator;
import dev.commercekit.catalog.Sku;
import dev.commercekit.core.key.Attempt;
import dev.commercekit.core.key.Command;
import dev.commercekit.core.key.CommandRunner;
import dev.commercekit.inventory.InsufficientStockException;
import dev.commercekit.inventory.Movement;
import dev.commercekit.inventory.StockLevel;
import dev.commercekit.inventory.StockPolicy;
import dev.commercekit.json.CommerceJson;
import dev.commercekit.json.JsonCodec;
import dev.commercekit.storage.Scan;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import java.util.List;
import java.util.Optional;

/** The counts of SKUs: what comes in, what is corrected, and where they stand. */
final class StockCounts {

    private static final int STEADY_READS = 3;
    private static final int SCAN = 10_000;
    private static final JsonCodec<StockLevel> CODEC = CommerceJson.codec(StockLevel.class);

    private final Storage storage;
    private final CommandRunner runner;
    private final IdGenerator ids;

    StockCounts(Storage storage, CommandRunner runner, IdGenerator ids) {
        this.storage = storage;
        this.runner = runner;
        this.ids = ids;
    }

    /** Adds to the count. Of an untracked SKU nothing is counted, so there is nothing to add to and no entry to make. */
    StockLevel move(Command command, Sku sku, Movement.Kind kind, long delta, String reference) {
        RowKey key = StockTable.key(sku);
        return runner.once(command, CODEC, List.of(key), reading -> {
            Optional<Row> row = reading.find(key);
            if (!StockTable.tracked(row)) {
                return Attempt.answer(level(sku, row));
            }
            long available = StockTable.available(row) + delta;
            if (available < 0) {
                throw new InsufficientStockException(sku, delta);
            }
            Write.Insert entry = MovementTable.insert(sku, ids.next().toString(), kind, delta, reference);
            Write.Add add = delta > 0
                    ? StockWrites.arrived(sku, delta)
                    : Write.add(key, StockTable.AVAILABLE, delta).withFloor(0);
            return Attempt.of(List.of(entry, add), new StockLevel(sku, StockPolicy.TRACKED, available, held(sku)));
        });
    }

    void setPolicy(Sku sku, StockPolicy policy) {
        RowKey key = StockTable.key(sku);
        runner.run("set-stock-policy", List.of(key), reading -> {
            Optional<Row> row = reading.find(key);
            if (StockTable.policy(row) == policy) {
                return Attempt.answer(policy);
            }
            Write write = row.<Write>map(
                            found -> Write.update(found, values -> values.set(StockTable.POLICY, policy.name())))
                    .orElseGet(() -> Write.insert(
                            key,
                            values ->
                                    values.set(StockTable.POLICY, policy.name()).set(StockTable.AVAILABLE, 0L)));
            return Attempt.of(List.of(write), policy);
        });
    }

    /** Reads the row before and after the open holds, so that both numbers are of one moment unless the SKU is very busy. */
    StockLevel level(Sku sku) {
        Optional<Row> row = row(sku);
        for (int i = 1; ; i++) {
            StockLevel level = level(sku, row);
            Optional<Row> after = row(sku);
            if (after.equals(row) || i == STEADY_READS) {
                return level;
            }
            row = after;
        }
    }

    private StockLevel level(Sku sku, Optional<Row> row) {
        StockPolicy policy = StockTable.policy(row);
        long available = policy == StockPolicy.TRACKED ? StockTable.available(row) : 0;
        return new StockLevel(sku, policy, available, held(sku));
    }

    private Optional<Row> row(Sku sku) {
        RowKey key = StockTable.key(sku);
        return storage.get(List.of(key)).find(key);
    }

    private long held(Sku sku) {
        Scan scan = Scan.of(HoldTable.TABLE, "open").equal(sku.value()).limit(SCAN);
        List<Row> rows = storage.scan(scan).rows();
        long sum = sum(rows);
        while (rows.size() == SCAN) {
            rows = storage.scan(scan.after(rows.get(SCAN - 1))).rows();
            sum += sum(rows);
        }
        return sum;
    }

    private static long sum(List<Row> rows) {
        return rows.stream().mapToLong(row -> row.get(HoldTable.HELD)).sum();
    }
}
