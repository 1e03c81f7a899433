package dev.commercekit.core.payment;

import dev.commercekit.order.OrderId;
import dev.commercekit.storage.table.Check;
import dev.commercekit.storage.table.Column;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.table.Table;
import java.math.BigDecimal;

/** One row for each order whose payment was approved: how much was authorized, and what became of it. */
public final class PaymentTable {

    /** The order. */
    public static final Column<String> ORDER_ID = Column.text("order_id");

    /** The ISO 4217 code of all amounts. */
    public static final Column<String> CURRENCY = Column.text("currency");

    /** How much was set aside or taken. */
    public static final Column<BigDecimal> AUTHORIZED = Column.decimal("authorized");

    /** How much of it was taken. */
    public static final Column<BigDecimal> CAPTURED = Column.decimal("captured");

    /** How much of that was given back. */
    public static final Column<BigDecimal> REFUNDED = Column.decimal("refunded");

    /** How much of what was set aside was released again. */
    public static final Column<BigDecimal> RELEASED = Column.decimal("released");

    /** The gateway's name of the authorization; empty where nothing was to be paid. */
    public static final Column<String> REFERENCE = Column.text("reference").orNull();

    /** The table. Its checks are the last line of defence of what every change of it keeps. */
    public static final Table TABLE = Table.named("payment", ORDER_ID)
            .columns(CURRENCY, AUTHORIZED, CAPTURED, REFUNDED, RELEASED, REFERENCE)
            .check(Check.notAbove(CAPTURED, AUTHORIZED))
            .check(Check.notAbove(RELEASED, AUTHORIZED))
            .check(Check.notAbove(REFUNDED, CAPTURED))
            .check(Check.atLeast(REFUNDED, 0))
            .check(Check.atLeast(RELEASED, 0))
            .build();

    private PaymentTable() {}

    /** Returns the key of an order's payment. */
    public static RowKey key(OrderId order) {
        return TABLE.key(order.value());
    }
}
