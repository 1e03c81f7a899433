package dev.commercekit.core.catalog;

import dev.commercekit.catalog.ProductId;
import dev.commercekit.storage.table.Column;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.table.Table;

/**
 * The products. A row that was removed stays, unlisted, so that the versions of a product that comes back go on and nobody who
 * saw the old one overwrites the new one.
 */
public final class ProductTable {

    /** The product's id. */
    public static final Column<String> ID = Column.text("id");

    /** Its name, for people who query the table. */
    public static final Column<String> NAME = Column.text("name");

    /** The whole product. */
    public static final Column<String> BODY = Column.json("body");

    /** 1 while the product is in the catalog, empty once it was removed. */
    public static final Column<Long> LISTED = Column.number("listed").orNull();

    /** The table; its index {@code listed} is the catalog in the order of the ids. */
    public static final Table TABLE = Table.named("catalog_product", ID)
            .columns(NAME, BODY, LISTED)
            .index("listed", LISTED)
            .build();

    private ProductTable() {}

    static RowKey key(ProductId id) {
        return TABLE.key(id.value());
    }

    static boolean listed(Row row) {
        return row.find(LISTED).isPresent();
    }
}
