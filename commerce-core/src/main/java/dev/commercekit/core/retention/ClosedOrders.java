package dev.commercekit.core.retention;

import dev.commercekit.core.event.EventTable;
import dev.commercekit.core.order.OrderTable;
import dev.commercekit.order.OrderId;
import dev.commercekit.order.OrderStatus;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Finds orders of which something may be forgotten: shipped in full or cancelled, and with no command that moves their money. Such
 * an order has no workflow under way but the return of stray money, which needs nothing of the others. A return may open a
 * shipped order again for a while, so whoever deletes something requires the order's row, in the same write set, to be as found.
 */
final class ClosedOrders {

    private final Storage storage;

    ClosedOrders(Storage storage) {
        this.storage = storage;
    }

    /** Returns the rows of those of the given orders that are closed, by the orders' ids. */
    Map<String, Row> among(Collection<String> orders) {
        return storage
                .get(orders.stream()
                        .distinct()
                        .map(id -> OrderTable.key(OrderId.of(id)))
                        .toList())
                .rows()
                .stream()
                .filter(ClosedOrders::isClosed)
                .collect(Collectors.toMap(row -> row.get(OrderTable.ID), row -> row));
    }

    /** Returns the key of the last event of an order. */
    static RowKey lastEvent(Row order) {
        return EventTable.key(order.get(OrderTable.ID), order.get(OrderTable.EVENTS));
    }

    private static boolean isClosed(Row order) {
        return OrderStatus.TRANSITIONS.isFinal(OrderStatus.valueOf(order.get(OrderTable.STATUS)))
                && order.find(OrderTable.OPERATION).isEmpty();
    }
}
