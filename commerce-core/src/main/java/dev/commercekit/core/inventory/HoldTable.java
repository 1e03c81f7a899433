package dev.commercekit.core.inventory;

import dev.commercekit.catalog.Sku;
import dev.commercekit.inventory.Hold;
import dev.commercekit.inventory.HoldId;
import dev.commercekit.inventory.HoldState;
import dev.commercekit.inventory.Movement;
import dev.commercekit.inventory.StockLine;
import dev.commercekit.storage.Scan;
import dev.commercekit.storage.table.Column;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.table.Table;
import java.time.Instant;
import java.util.List;

/**
 * One row for each hold and SKU, which is the hold and the ledger's entry at once. A row is inserted as {@code HELD} at version
 * 1 and moves once, to {@code SOLD} or {@code RELEASED}; so whoever knows a hold's SKUs can confirm it without reading it.
 */
public final class HoldTable {

    /** The hold's name. */
    public static final Column<String> HOLD_ID = Column.text("hold_id");

    /** The SKU. */
    public static final Column<String> SKU = Column.text("sku");

    /** How many units. */
    public static final Column<Long> QUANTITY = Column.number("quantity");

    /** The name of a {@link HoldState}. */
    public static final Column<String> STATE = Column.text("state");

    /** Who settles it: the name of a {@link Holder}, in lower case. */
    public static final Column<String> HOLDER = Column.text("holder");

    /** Until when it was meant to be held. */
    public static final Column<Instant> EXPIRES_AT = Column.instant("expires_at");

    /** When counted units were taken from {@code available}, by the storage's clock; empty if the SKU was not tracked. */
    public static final Column<Instant> COUNTED_AT =
            Column.instant("counted_at").orNull();

    /** How many counted units are held now; empty once it is settled, so that the index of open holds stays small. */
    public static final Column<Long> HELD = Column.number("held").orNull();

    /** When time alone releases it; empty for an order's hold and once it is settled. */
    public static final Column<Instant> DUE_AT = Column.instant("due_at").orNull();

    /** The table; its indexes are a SKU's entries in their order, a SKU's open holds, and the holds that time releases. */
    public static final Table TABLE = Table.named("stock_hold", HOLD_ID, SKU)
            .columns(QUANTITY, STATE, HOLDER, EXPIRES_AT, COUNTED_AT, HELD, DUE_AT)
            .index("ledger", SKU, COUNTED_AT)
            .index("open", SKU, HELD)
            .index("due", DUE_AT)
            .build();

    /** The version of a row that is {@code HELD}. */
    static final long HELD_VERSION = 1;

    private HoldTable() {}

    /** Returns the key of the row of a hold and SKU. */
    public static RowKey key(HoldId id, Sku sku) {
        return TABLE.key(id.value(), sku.value());
    }

    /** Returns the scan for all rows of a hold, in the order of their SKUs. */
    public static Scan rows(HoldId id) {
        return Scan.of(TABLE).equal(id.value()).limit(10_000);
    }

    /** Returns the hold that the rows are; all of one hold, at least one. */
    public static Hold read(List<Row> rows) {
        Row first = rows.get(0);
        List<StockLine> lines = rows.stream()
                .map(row -> new StockLine(Sku.of(row.get(SKU)), row.get(QUANTITY)))
                .toList();
        return new Hold(HoldId.of(first.get(HOLD_ID)), state(first), lines, first.get(EXPIRES_AT));
    }

    /** Returns the state of a row, which is that of its hold. */
    public static HoldState state(Row row) {
        return HoldState.valueOf(row.get(STATE));
    }

    static Movement entry(Row row) {
        String hold = row.get(HOLD_ID);
        Movement.Kind kind = switch (state(row)) {
            case HELD -> Movement.Kind.HELD;
            case SOLD -> Movement.Kind.SOLD;
            case RELEASED -> Movement.Kind.RELEASED;
        };
        return new Movement("hold:" + hold, Sku.of(row.get(SKU)), kind, row.get(QUANTITY), hold, row.get(COUNTED_AT));
    }
}
