package dev.commercekit.testkit.oracle;

import static dev.commercekit.testkit.oracle.ShopTables.number;
import static dev.commercekit.testkit.oracle.ShopTables.text;

import dev.commercekit.order.Order;
import dev.commercekit.order.OrderLine;
import dev.commercekit.storage.table.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** What must hold of stock: nothing oversold, every unit explained, and holds where their orders are. */
final class StockRules {

    private static final Set<String> HOLDING = Set.of("PLACED", "EXPIRING", "CANCELLING");

    private final ShopTables tables;
    private final Map<String, Order> orders;
    private final BiConsumer<String, String> violation;

    StockRules(ShopTables tables, Map<String, Order> orders, BiConsumer<String, String> violation) {
        this.tables = tables;
        this.orders = orders;
        this.violation = violation;
    }

    void check(List<Row> rows) {
        Map<String, Long> explained = new HashMap<>();
        for (Row movement : tables.rows("stock_movement")) {
            explained.merge(text(movement, "sku"), number(movement, "quantity"), Long::sum);
        }
        List<Row> holds = tables.rows("stock_hold");
        for (Row hold : holds) {
            if (ShopTables.optional(hold, "counted_at").isPresent()
                    && !text(hold, "state").equals("RELEASED")) {
                explained.merge(text(hold, "sku"), -number(hold, "quantity"), Long::sum);
            }
        }
        for (Row stock : tables.rows("stock")) {
            check(stock, explained.getOrDefault(text(stock, "sku"), 0L));
        }
        checkHolds(holds, rows);
        checkCover(holds);
    }

    private void check(Row stock, long explained) {
        String sku = text(stock, "sku");
        long available = number(stock, "available");
        if (available < 0) {
            violation.accept("neverOversold", sku + " has " + available);
        }
        if (text(stock, "policy").equals("TRACKED") && available != explained) {
            violation.accept("stockAddsUp", sku + " has " + available + " and " + explained + " are explained");
        }
    }

    /** What an order holds, or has bought, is what its lines say, summed for each SKU. */
    private void checkCover(List<Row> holds) {
        Map<String, Map<String, Long>> held = new HashMap<>();
        for (Row hold : holds) {
            held.computeIfAbsent(text(hold, "hold_id"), absent -> new HashMap<>())
                    .merge(text(hold, "sku"), number(hold, "quantity"), Long::sum);
        }
        orders.forEach((id, order) -> {
            Map<String, Long> ordered = order.lines().stream()
                    .collect(Collectors.toMap(line -> line.sku().value(), OrderLine::quantity, Long::sum));
            if (!held.getOrDefault(id, Map.of()).equals(ordered)) {
                violation.accept("holdsCoverTheirOrders", "order " + id + " of " + ordered + " holds " + held.get(id));
            }
        });
    }

    private void checkHolds(List<Row> holds, List<Row> rows) {
        Map<String, String> statuses =
                rows.stream().collect(Collectors.toMap(order -> text(order, "id"), order -> text(order, "status")));
        for (Row hold : holds) {
            String status = statuses.get(text(hold, "hold_id"));
            if (status == null) {
                if (text(hold, "holder").equals("order")) {
                    violation.accept("everyHoldHasItsOrder", "hold " + hold.key());
                }
                continue;
            }
            String state = text(hold, "state");
            boolean right = switch (status) {
                case "CANCELLED" -> !state.equals("HELD");
                case "CONFIRMED", "PARTIALLY_SHIPPED", "SHIPPED" -> state.equals("SOLD");
                default -> !HOLDING.contains(status) || !state.equals("RELEASED");
            };
            if (!right) {
                violation.accept(
                        "holdsFollowTheirOrders", "hold " + hold.key() + " is " + state + ", order is " + status);
            }
        }
    }
}
