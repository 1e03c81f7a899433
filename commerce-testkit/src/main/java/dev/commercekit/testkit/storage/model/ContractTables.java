package dev.commercekit.testkit.storage.model;

import dev.commercekit.storage.table.Check;
import dev.commercekit.storage.table.Column;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.table.Table;
import java.math.BigDecimal;
import java.time.Instant;

/** The tables on which the contract is tested: every type of column, one to three columns of key, checks, indexes. */
public final class ContractTables {

    public static final Column<String> SKU = Column.text("sku");
    public static final Column<String> POOL = Column.text("pool");
    public static final Column<Long> ON_HAND = Column.number("on_hand");
    public static final Column<Long> RESERVED = Column.number("reserved");
    public static final Column<Long> MOST = Column.number("most").orNull();
    public static final Column<String> NOTE = Column.text("note").orNull();

    public static final Table STOCK = Table.named("contract_stock", SKU, POOL)
            .columns(ON_HAND, RESERVED, MOST, NOTE)
            .index("by_on_hand", ON_HAND)
            .check(Check.atLeast(ON_HAND, 0))
            .check(Check.notAbove(RESERVED, ON_HAND))
            .check(Check.notAbove(ON_HAND, MOST))
            .build();

    public static final Column<String> ID = Column.text("id");
    public static final Column<String> NAME = Column.text("name");
    public static final Column<Long> SIZE = Column.number("size");
    public static final Column<BigDecimal> PRICE = Column.decimal("price").orNull();
    public static final Column<Instant> DUE = Column.instant("due").orNull();
    public static final Column<String> BODY = Column.json("body").orNull();

    public static final Table THING = Table.named("contract_thing", ID)
            .columns(NAME, SIZE, PRICE, DUE, BODY)
            .index("by_name_size", NAME, SIZE)
            .index("by_price", PRICE)
            .index("by_due", DUE)
            .build();

    public static final Column<Long> A = Column.number("a");
    public static final Column<String> B = Column.text("b");
    public static final Column<Long> C = Column.number("c");
    public static final Column<Long> COUNT = Column.number("count");

    public static final Table COUNTER =
            Table.named("contract_counter", A, B, C).columns(COUNT).build();

    private ContractTables() {}

    /** Returns the key of the stock of a SKU. */
    public static RowKey stock(String sku) {
        return STOCK.key(sku, "main");
    }

    /** Returns the key of a thing. */
    public static RowKey thing(String id) {
        return THING.key(id);
    }

    /** Returns the key of a counter. */
    public static RowKey counter(long a, String b, long c) {
        return COUNTER.key(a, b, c);
    }
}
