package dev.commercekit.core.order;

import dev.commercekit.order.OrderId;
import dev.commercekit.order.OrderNumber;
import dev.commercekit.storage.table.Column;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.table.Table;
import java.math.BigDecimal;
import java.time.Instant;

/** One row for each order. Every change of an order, its payment, its stock or its events raises the row's version. */
public final class OrderTable {

    /** The order's name for the program. */
    public static final Column<String> ID = Column.text("id");

    /** The order's name for people. */
    public static final Column<String> NUMBER = Column.text("number");

    /** The customer; empty for a guest. */
    public static final Column<String> CUSTOMER = Column.text("customer").orNull();

    /** The cart that it came from. */
    public static final Column<String> CART_ID = Column.text("cart_id");

    /** The cart's generation. */
    public static final Column<String> CART_GENERATION = Column.text("cart_generation");

    /** The name of an {@link dev.commercekit.order.OrderStatus}. */
    public static final Column<String> STATUS = Column.text("status");

    /** The ISO 4217 code of the total. */
    public static final Column<String> CURRENCY = Column.text("currency");

    /** What the buyer pays. */
    public static final Column<BigDecimal> TOTAL = Column.decimal("total");

    /** The sequence number of the order's last event. */
    public static final Column<Long> EVENTS = Column.number("events");

    /** The workflow that moves the order's money now; no other may begin meanwhile. */
    public static final Column<String> OPERATION = Column.text("operation").orNull();

    /** Why it was or is to be cancelled. */
    public static final Column<String> CANCEL_REASON =
            Column.text("cancel_reason").orNull();

    /** When its time is over; empty once its payment is settled or it began to expire. */
    public static final Column<Instant> EXPIRES_AT =
            Column.instant("expires_at").orNull();

    /** When it was confirmed; empty if it never was. */
    public static final Column<Instant> CONFIRMED_AT =
            Column.instant("confirmed_at").orNull();

    /** The name of the {@link dev.commercekit.payment.DeclineReason} for which its checkout was declined; empty if it was not. */
    public static final Column<String> DECLINE_REASON =
            Column.text("decline_reason").orNull();

    /** When it was placed. */
    public static final Column<Instant> PLACED_AT = Column.instant("placed_at");

    /** The rest: an {@link OrderBody}. */
    public static final Column<String> BODY = Column.json("body");

    /** The table. */
    public static final Table TABLE = Table.named("shop_order", ID)
            .columns(
                    NUMBER,
                    CUSTOMER,
                    CART_ID,
                    CART_GENERATION,
                    STATUS,
                    CURRENCY,
                    TOTAL,
                    EVENTS,
                    OPERATION,
                    CANCEL_REASON,
                    EXPIRES_AT,
                    CONFIRMED_AT,
                    DECLINE_REASON,
                    PLACED_AT,
                    BODY)
            .index("by_customer", CUSTOMER, PLACED_AT)
            .index("expiring", EXPIRES_AT)
            .build();

    private OrderTable() {}

    /** Returns the key of an order's row. */
    public static RowKey key(OrderId id) {
        return TABLE.key(id.value());
    }

    /** One row for each number, which makes numbers unique. */
    public static final class Numbers {

        /** The number. */
        public static final Column<String> NUMBER = Column.text("number");

        /** The order that has it. */
        public static final Column<String> ORDER_ID = Column.text("order_id");

        /** The table. */
        public static final Table TABLE =
                Table.named("order_number", NUMBER).columns(ORDER_ID).build();

        private Numbers() {}

        /** Returns the key of a number's row. */
        public static RowKey key(OrderNumber number) {
            return TABLE.key(number.value());
        }
    }
}
