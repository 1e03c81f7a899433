package dev.commercekit.core.order;

import dev.commercekit.Cursor;
import dev.commercekit.Page;
import dev.commercekit.PageRequest;
import dev.commercekit.account.CustomerId;
import dev.commercekit.core.page.PageCursor;
import dev.commercekit.core.payment.PaymentTable;
import dev.commercekit.order.Order;
import dev.commercekit.order.OrderId;
import dev.commercekit.order.OrderNumber;
import dev.commercekit.storage.Reading;
import dev.commercekit.storage.Scan;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finds orders otherwise than by their ids. */
public final class OrderListing {

    private static final String LISTING = "orders";

    private final Storage storage;

    /** Creates the listing of the orders in a storage. */
    public OrderListing(Storage storage) {
        this.storage = storage;
    }

    /** Returns the id of the order with the given number. */
    public Optional<OrderId> find(OrderNumber number) {
        RowKey key = OrderTable.Numbers.key(number);
        return storage.get(List.of(key)).find(key).map(row -> OrderId.of(row.get(OrderTable.Numbers.ORDER_ID)));
    }

    /** Returns the orders of a customer, the newest first. */
    public Page<Order> ofCustomer(CustomerId customer, PageRequest page) {
        Scan scan = Scan.of(OrderTable.TABLE, "by_customer")
                .equal(customer.value())
                .backwards()
                .limit(page.limit());
        Scan from =
                page.after().map(cursor -> scan.after(place(customer, cursor))).orElse(scan);
        List<Row> rows = storage.scan(from).rows();
        Reading payments = storage.get(rows.stream()
                .map(row -> PaymentTable.key(OrderId.of(row.get(OrderTable.ID))))
                .toList());
        var byKey = payments.byKey();
        List<Order> orders = rows.stream()
                .map(row -> OrderRows.read(
                        row, Optional.ofNullable(byKey.get(PaymentTable.key(OrderId.of(row.get(OrderTable.ID)))))))
                .toList();
        boolean full = rows.size() == page.limit();
        return new Page<>(orders, full ? Optional.of(cursor(rows.get(rows.size() - 1))) : Optional.empty());
    }

    private static Cursor cursor(Row row) {
        return PageCursor.write(LISTING, row.get(OrderTable.PLACED_AT).toString(), row.get(OrderTable.ID));
    }

    private static Scan.Position place(CustomerId customer, Cursor cursor) {
        List<String> parts = PageCursor.read(cursor, LISTING, 2);
        try {
            return new Scan.Position(List.of(customer.value(), Instant.parse(parts.get(0))), List.of(parts.get(1)));
        } catch (DateTimeException malformed) {
            throw PageCursor.malformed();
        }
    }
}
