package dev.commercekit.core.order;

import dev.commercekit.account.Buyer;
import dev.commercekit.cart.CartId;
import dev.commercekit.core.event.EventTable;
import dev.commercekit.core.payment.PaymentAccount;
import dev.commercekit.core.payment.PaymentTable;
import dev.commercekit.json.CommerceJson;
import dev.commercekit.money.Money;
import dev.commercekit.order.Order;
import dev.commercekit.order.OrderEvent;
import dev.commercekit.order.OrderId;
import dev.commercekit.order.OrderNumber;
import dev.commercekit.order.OrderStatus;
import dev.commercekit.storage.Reading;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Turns rows into orders, and a new order into writes. */
public final class OrderRows {

    /** The events of orders. */
    public static final EventTable EVENTS = new EventTable(CommerceJson.codec(OrderEvent.class));

    private OrderRows() {}

    /** Returns the keys of the rows that make an order. */
    public static List<RowKey> keys(OrderId id) {
        return List.of(OrderTable.key(id), PaymentTable.key(id));
    }

    /** Reads an order. */
    public static Optional<Order> find(Storage storage, OrderId id) {
        Reading reading = storage.get(keys(id));
        return reading.find(OrderTable.key(id)).map(row -> read(row, reading.find(PaymentTable.key(id))));
    }

    /** Returns the order that the rows are. */
    public static Order read(Row row, Optional<Row> payment) {
        OrderBody body = OrderBody.CODEC.read(row.get(OrderTable.BODY));
        Money total = total(row);
        return new Order(
                OrderId.of(row.get(OrderTable.ID)),
                new OrderNumber(row.get(OrderTable.NUMBER)),
                body.buyer(),
                CartId.of(row.get(OrderTable.CART_ID)),
                OrderStatus.valueOf(row.get(OrderTable.STATUS)),
                body.lines(),
                body.adjustments(),
                total,
                PaymentAccount.summary(payment, total),
                body.shipTo(),
                body.contact(),
                row.find(OrderTable.CANCEL_REASON),
                row.get(OrderTable.PLACED_AT),
                row.version());
    }

    /** Returns what the buyer of the order pays. */
    public static Money total(Row row) {
        return Money.of(row.get(OrderTable.TOTAL), Currency.getInstance(row.get(OrderTable.CURRENCY)));
    }

    /**
     * Returns the writes that place an order: its number, its row and its first event.
     *
     * @param generation the generation of the cart
     * @param now the storage's time
     * @param expiresAt when its time is over
     * @param actor on whose behalf
     */
    public static List<Write> place(NewOrder order, String generation, Instant now, Instant expiresAt, String actor) {
        Instant placedAt = now.truncatedTo(ChronoUnit.MICROS);
        OrderEvent.Header header = new OrderEvent.Header(order.id(), order.number(), 1, placedAt, actor);
        Write number = Write.insert(
                OrderTable.Numbers.key(order.number()),
                values -> values.set(OrderTable.Numbers.ORDER_ID, order.id().value()));
        Optional<String> customer = order.body().buyer() instanceof Buyer.Customer known
                ? Optional.of(known.id().value())
                : Optional.empty();
        Write row = Write.insert(
                OrderTable.key(order.id()),
                values -> values.set(OrderTable.NUMBER, order.number().value())
                        .set(OrderTable.CUSTOMER, customer)
                        .set(OrderTable.CART_ID, order.cart().value())
                        .set(OrderTable.CART_GENERATION, generation)
                        .set(OrderTable.STATUS, OrderStatus.PLACED.name())
                        .set(OrderTable.CURRENCY, order.total().currency().getCurrencyCode())
                        .set(OrderTable.TOTAL, order.total().amount())
                        .set(OrderTable.EVENTS, 1L)
                        .set(OrderTable.EXPIRES_AT, expiresAt)
                        .set(OrderTable.PLACED_AT, placedAt)
                        .set(OrderTable.BODY, OrderBody.CODEC.write(order.body())));
        return List.of(number, row, EVENTS.append(new OrderEvent.OrderPlaced(header, order.total())));
    }

    /**
     * An order that is to be placed.
     *
     * @param id its name for the program
     * @param number its name for people
     * @param cart the cart that it comes from
     * @param total what the buyer pays
     * @param body the rest
     */
    public record NewOrder(OrderId id, OrderNumber number, CartId cart, Money total, OrderBody body) {}
}
