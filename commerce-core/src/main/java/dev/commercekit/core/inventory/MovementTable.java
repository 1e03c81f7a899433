package dev.commercekit.core.inventory;

import dev.commercekit.catalog.Sku;
import dev.commercekit.inventory.Movement;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.table.Column;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.Table;
import java.time.Duration;
import java.time.Instant;

/** The entries of the ledger that are no holds: receipts, adjustments, restocks. Rows are only ever inserted. */
public final class MovementTable {

    /** The SKU. */
    public static final Column<String> SKU = Column.text("sku");

    /** Names the entry in its SKU. */
    public static final Column<String> ID = Column.text("id");

    /** The name of a {@link Movement.Kind}. */
    public static final Column<String> KIND = Column.text("kind");

    /** By how much {@code available} changed. */
    public static final Column<Long> QUANTITY = Column.number("quantity");

    /** Why, or for whom. */
    public static final Column<String> REFERENCE = Column.text("reference");

    /** When, by the storage's clock. */
    public static final Column<Instant> AT = Column.instant("at");

    /** The table; its index {@code ledger} is a SKU's entries in their order. */
    public static final Table TABLE = Table.named("stock_movement", SKU, ID)
            .columns(KIND, QUANTITY, REFERENCE, AT)
            .index("ledger", SKU, AT)
            .build();

    private MovementTable() {}

    static Write.Insert insert(Sku sku, String id, Movement.Kind kind, long quantity, String reference) {
        return Write.insert(
                TABLE.key(sku.value(), id),
                values -> values.set(KIND, kind.name())
                        .set(QUANTITY, quantity)
                        .set(REFERENCE, reference)
                        .setToNow(AT, Duration.ZERO));
    }

    static Movement read(Row row) {
        return new Movement(
                row.get(ID),
                Sku.of(row.get(SKU)),
                Movement.Kind.valueOf(row.get(KIND)),
                row.get(QUANTITY),
                row.get(REFERENCE),
                row.get(AT));
    }
}
