package dev.commercekit.core.catalog;

import dev.commercekit.catalog.ProductId;
import dev.commercekit.catalog.Sku;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.table.Column;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.table.Table;

/** Which product has a SKU: one row for each SKU, so that two products never have the same. Rows never change. */
public final class SkuTable {

    /** The SKU. */
    public static final Column<String> SKU = Column.text("sku");

    /** The product that has it. */
    public static final Column<String> PRODUCT_ID = Column.text("product_id");

    /** The table. */
    public static final Table TABLE =
            Table.named("catalog_sku", SKU).columns(PRODUCT_ID).build();

    private SkuTable() {}

    static RowKey key(Sku sku) {
        return TABLE.key(sku.value());
    }

    static Write take(Sku sku, ProductId owner) {
        return Write.insert(key(sku), values -> values.set(PRODUCT_ID, owner.value()));
    }

    /** Gives a SKU up. Its row is unread: the version of its owner's row, in the same write set, says that it is there. */
    static Write giveUp(Sku sku) {
        return new Write.Delete(key(sku), 1);
    }
}
