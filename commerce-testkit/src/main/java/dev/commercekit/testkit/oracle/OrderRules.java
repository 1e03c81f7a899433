package dev.commercekit.testkit.oracle;

import static dev.commercekit.testkit.oracle.ShopTables.number;
import static dev.commercekit.testkit.oracle.ShopTables.text;

import dev.commercekit.money.Money;
import dev.commercekit.order.Order;
import dev.commercekit.order.OrderLine;
import dev.commercekit.pricing.Adjustment;
import dev.commercekit.storage.table.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** What must hold of orders themselves: their sums, events, carts and keys. */
final class OrderRules {

    private static final Set<String> UNDER_WAY = Set.of("PLACED", "EXPIRING", "CANCELLING");
    private static final Set<String> CLOSED = Set.of("SHIPPED", "CANCELLED");

    private static final Set<String> ENDED = Set.of("FINISHED", "UNDONE");

    private final ShopTables tables;
    private final Map<String, Order> orders;
    private final BiConsumer<String, String> violation;

    OrderRules(ShopTables tables, Map<String, Order> orders, BiConsumer<String, String> violation) {
        this.tables = tables;
        this.orders = orders;
        this.violation = violation;
    }

    void check(List<Row> rows) {
        Map<String, NavigableSet<Long>> events = new HashMap<>();
        for (Row event : tables.rows("event")) {
            events.computeIfAbsent(text(event, "aggregate"), order -> new TreeSet<>())
                    .add(number(event, "sequence"));
        }
        Map<String, String> live = new HashMap<>();
        for (Row row : rows) {
            String id = text(row, "id");
            checkEvents(row, events.getOrDefault(id, new TreeSet<>()));
            checkSums(id);
            if (!text(row, "status").equals("CANCELLED")) {
                String cart = text(row, "cart_id") + "/" + text(row, "cart_generation");
                Optional.ofNullable(live.put(cart, id))
                        .ifPresent(other -> violation.accept("oneLiveOrderPerCart", "orders " + id + " and " + other));
            }
        }
        checkKeys(rows);
    }

    /** The first ones of an order that came to its end may be pruned. */
    private void checkEvents(Row order, NavigableSet<Long> sequences) {
        long count = number(order, "events");
        long first = sequences.isEmpty() ? count + 1 : sequences.first();
        boolean gapFree = sequences.size() == count - first + 1
                && (sequences.isEmpty() || sequences.last() == count)
                && (first == 1 || CLOSED.contains(text(order, "status")));
        if (!gapFree) {
            violation.accept(
                    "eventsAreGapFree", "order " + text(order, "id") + " tells of " + count + " and has " + sequences);
        }
    }

    private void checkSums(String id) {
        Order order = Objects.requireNonNull(orders.get(id));
        Money sum = Money.zero(order.total().currency());
        for (OrderLine line : order.lines()) {
            sum = sum.plus(line.total());
        }
        for (Adjustment adjustment : order.adjustments()) {
            sum = sum.plus(adjustment.amount());
        }
        if (!sum.equals(order.total())) {
            violation.accept("linesSumToTotals", "order " + id);
        }
    }

    /**
     * Of the keys that are claimed for an order the one that made it has an answer as soon as the order is settled, and the
     * key of an operation as soon as that has ended. All keys of an order that came to its end may be pruned.
     */
    private void checkKeys(List<Row> rows) {
        List<Row> keys = tables.rows("idempotency_key");
        checkUnanswered(keys);
        Map<String, Boolean> answered = new HashMap<>();
        for (Row key : keys) {
            ShopTables.optional(key, "reference")
                    .ifPresent(order -> answered.merge(
                            order, ShopTables.optional(key, "answer").isPresent(), Boolean::logicalOr));
        }
        for (Row row : rows) {
            String status = text(row, "status");
            boolean underWay = UNDER_WAY.contains(status)
                    || ShopTables.optional(row, "operation").isPresent();
            if (!underWay && !answered.getOrDefault(text(row, "id"), CLOSED.contains(status))) {
                violation.accept("everyKeyHasOneAnswer", "key of order " + text(row, "id"));
            }
        }
    }

    private void checkUnanswered(List<Row> keys) {
        Set<String> ended = tables.rows("workflow").stream()
                .filter(workflow -> ENDED.contains(text(workflow, "status")))
                .map(workflow -> text(workflow, "id"))
                .collect(Collectors.toSet());
        for (Row key : keys) {
            boolean over = ShopTables.optional(key, "reference")
                    .filter(ended::contains)
                    .isPresent();
            if (over && ShopTables.optional(key, "answer").isEmpty()) {
                violation.accept("everyKeyHasOneAnswer", key.key() + " has none, and nobody works on it");
            }
        }
    }
}
