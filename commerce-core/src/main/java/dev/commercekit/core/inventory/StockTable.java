package dev.commercekit.core.inventory;

import dev.commercekit.catalog.Sku;
import dev.commercekit.inventory.StockPolicy;
import dev.commercekit.storage.table.Check;
import dev.commercekit.storage.table.Column;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.table.Table;
import java.util.Optional;

/** How many units of a SKU can be held: the one row that buyers of a SKU contend for. */
public final class StockTable {

    /** The pool of a row whose shop has only one. */
    public static final String MAIN_POOL = "main";

    /** The SKU. */
    public static final Column<String> SKU = Column.text("sku");

    /** The pool: the sum over some of the shop's locations. */
    public static final Column<String> POOL = Column.text("pool");

    /** How many can be held now; it rests while the SKU is not tracked. */
    public static final Column<Long> AVAILABLE = Column.number("available");

    /** The name of a {@link StockPolicy}. */
    public static final Column<String> POLICY = Column.text("policy");

    /** The table. */
    public static final Table TABLE = Table.named("stock", SKU, POOL)
            .columns(AVAILABLE, POLICY)
            .check(Check.atLeast(AVAILABLE, 0))
            .build();

    private StockTable() {}

    /** Returns the key of the row of a SKU. */
    public static RowKey key(Sku sku) {
        return TABLE.key(sku.value(), MAIN_POOL);
    }

    /** Returns whether units are counted, given the row or that there is none. */
    static boolean tracked(Optional<Row> row) {
        return policy(row) == StockPolicy.TRACKED;
    }

    static StockPolicy policy(Optional<Row> row) {
        return row.map(found -> StockPolicy.valueOf(found.get(POLICY))).orElse(StockPolicy.TRACKED);
    }

    /** Returns how many units can be held of a SKU that is tracked. */
    static long available(Optional<Row> row) {
        return row.map(found -> found.get(AVAILABLE)).orElse(0L);
    }
}
