package dev.commercekit.core.inventory;

import static dev.commercekit.core.inventory.HoldTable.COUNTED_AT;
import static dev.commercekit.core.inventory.HoldTable.DUE_AT;
import static dev.commercekit.core.inventory.HoldTable.EXPIRES_AT;
import static dev.commercekit.core.inventory.HoldTable.HELD;
import static dev.commercekit.core.inventory.HoldTable.HOLDER;
import static dev.commercekit.core.inventory.HoldTable.QUANTITY;
import static dev.commercekit.core.inventory.HoldTable.STATE;

import dev.commercekit.catalog.Sku;
import dev.commercekit.inventory.HoldId;
import dev.commercekit.inventory.HoldState;
import dev.commercekit.inventory.Movement;
import dev.commercekit.inventory.Shortage;
import dev.commercekit.inventory.StockLine;
import dev.commercekit.inventory.StockPolicy;
import dev.commercekit.storage.Reading;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The writes that move stock, for write sets of every command. A hold touches {@code available} once; confirming it moves the
 * hold's own rows only; releasing it adds back. Writes of {@code available} come last in each list and belong at the end of
 * the write set, so that the row that many buyers want is taken late.
 *
 * <p>Of a SKU that is not tracked nothing is counted: holds of it always succeed, and restocks of it write nothing. Units that
 * are held keep the policy of their time.
 */
public final class StockWrites {

    private StockWrites() {}

    /** Returns the rows by which a hold of the lines, or a restock, is planned. */
    public static List<RowKey> reads(Collection<StockLine> lines) {
        if (lines.size() == 1) {
            return List.of(StockTable.key(lines.iterator().next().sku()));
        }
        return lines.stream().map(line -> StockTable.key(line.sku())).distinct().toList();
    }

    /** Returns the row of a SKU's stock. */
    public static RowKey row(Sku sku) {
        return StockTable.key(sku);
    }

    /**
     * Plans a hold.
     *
     * @param id the hold's name, new
     * @param summed the lines, each SKU once
     * @param reading holds the rows of {@link #reads}; those that are missing are out of stock
     * @param expiresAfter counted from the reading's time
     */
    public static HoldPlan plan(
            HoldId id, List<StockLine> summed, Reading reading, Duration expiresAfter, Holder holder) {
        Map<RowKey, Row> rows = reading.byKey();
        Instant expiresAt = reading.at().plus(expiresAfter).truncatedTo(ChronoUnit.MICROS);
        List<Write> entries = new ArrayList<>(summed.size());
        List<Write.Add> adds = new ArrayList<>(summed.size());
        List<Shortage> shortages = new ArrayList<>();
        for (StockLine line : summed) {
            RowKey stock = StockTable.key(line.sku());
            Optional<Row> row = Optional.ofNullable(rows.get(stock));
            boolean tracked = StockTable.tracked(row);
            entries.add(entry(HoldTable.key(id, line.sku()), line.quantity(), tracked, expiresAt, holder));
            if (tracked) {
                adds.add(
                        Write.add(stock, StockTable.AVAILABLE, -line.quantity()).withFloor(0));
                if (StockTable.available(row) < line.quantity()) {
                    shortages.add(new Shortage(line.sku(), line.quantity(), StockTable.available(row)));
                }
            }
        }
        return new HoldPlan(id, summed, expiresAt, entries, adds, shortages);
    }

    /** Turns a hold into a sale, given its SKUs; its rows need not be read. Refused unless the hold is {@code HELD}. */
    public static List<Write> confirm(HoldId id, Collection<Sku> skus) {
        if (skus.size() == 1) {
            return List.of(settled(HoldTable.key(id, skus.iterator().next()), HoldState.SOLD));
        }
        return skus.stream()
                .distinct()
                .map(sku -> settled(HoldTable.key(id, sku), HoldState.SOLD))
                .toList();
    }

    /** Turns a hold into a sale, given its rows. Refused unless the hold is {@code HELD}. */
    public static List<Write> confirm(Collection<Row> rows) {
        return rows.stream().map(row -> settled(row.key(), HoldState.SOLD)).toList();
    }

    /** Gives back a hold, given its rows. Refused unless the hold is {@code HELD}. */
    public static List<Write> release(Collection<Row> rows) {
        List<Write> writes = new ArrayList<>(rows.size() * 2);
        rows.forEach(row -> writes.add(settled(row.key(), HoldState.RELEASED)));
        for (Row row : rows) {
            if (row.find(COUNTED_AT).isPresent()) {
                RowKey stock = StockTable.key(Sku.of(row.get(HoldTable.SKU)));
                writes.add(Write.add(stock, StockTable.AVAILABLE, row.get(QUANTITY)));
            }
        }
        return writes;
    }

    /**
     * Takes sold units back into stock.
     *
     * @param id names the entries in the ledger, new
     * @param summed the lines, each SKU once
     * @param reading holds the rows of {@link #reads}
     * @param reference for whom, such as the id of a return
     */
    public static List<Write> restock(String id, List<StockLine> summed, Reading reading, String reference) {
        Map<RowKey, Row> rows = reading.byKey();
        List<StockLine> counted = summed.stream()
                .filter(line -> StockTable.tracked(Optional.ofNullable(rows.get(StockTable.key(line.sku())))))
                .toList();
        List<Write> writes = new ArrayList<>(counted.size() * 2);
        for (StockLine line : counted) {
            writes.add(MovementTable.insert(line.sku(), id, Movement.Kind.RESTOCKED, line.quantity(), reference));
        }
        counted.forEach(line -> writes.add(arrived(line.sku(), line.quantity())));
        return writes;
    }

    /** Adds to what is available, and begins the row of a SKU that was never seen. */
    static Write.Add arrived(Sku sku, long quantity) {
        return Write.add(StockTable.key(sku), StockTable.AVAILABLE, quantity)
                .orInsert(values ->
                        values.set(StockTable.AVAILABLE, 0L).set(StockTable.POLICY, StockPolicy.TRACKED.name()));
    }

    private static Write.Insert entry(RowKey key, long quantity, boolean tracked, Instant expiresAt, Holder holder) {
        return Write.insert(key, values -> {
            values.set(QUANTITY, quantity)
                    .set(STATE, HoldState.HELD.name())
                    .set(HOLDER, holder.text())
                    .set(EXPIRES_AT, expiresAt);
            if (tracked) {
                values.set(HELD, quantity).setToNow(COUNTED_AT, Duration.ZERO);
            }
            if (holder == Holder.API) {
                values.set(DUE_AT, expiresAt);
            }
        });
    }

    private static Write settled(RowKey key, HoldState state) {
        return Write.update(
                key,
                HoldTable.HELD_VERSION,
                values -> values.set(STATE, state.name()).empty(HELD).empty(DUE_AT));
    }
}
