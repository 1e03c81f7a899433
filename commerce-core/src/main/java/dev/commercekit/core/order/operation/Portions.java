package dev.commercekit.core.order.operation;

import dev.commercekit.InvalidInputException;
import dev.commercekit.inventory.StockLine;
import dev.commercekit.money.Money;
import dev.commercekit.money.Rounding;
import dev.commercekit.order.LineQuantity;
import dev.commercekit.order.Order;
import dev.commercekit.order.OrderLine;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * What some units of an order's lines are worth. The value is cumulative: the share of all units so far, rounded half up, less
 * the share of those before. So a line's portions always sum to its total, whatever the steps.
 */
final class Portions {

    private Portions() {}

    /** Returns the lines that the quantities are of. */
    static Map<LineQuantity, OrderLine> of(Order order, List<LineQuantity> quantities) {
        return quantities.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        quantity -> order.line(quantity.line())
                                .orElseThrow(() -> new InvalidInputException("lines", "must be lines of the order"))));
    }

    /** Returns what the quantities are worth, after those that each line counts already. */
    static Money worth(Order order, List<LineQuantity> quantities, ToLongFunction<OrderLine> before) {
        Money worth = Money.zero(order.total().currency());
        for (Map.Entry<LineQuantity, OrderLine> entry : of(order, quantities).entrySet()) {
            OrderLine line = entry.getValue();
            long from = before.applyAsLong(line);
            long to = from + entry.getKey().quantity();
            worth = worth.plus(share(line, to).minus(share(line, from)));
        }
        return worth;
    }

    /** Returns how many units of each SKU the quantities are. */
    static List<StockLine> stock(Order order, List<LineQuantity> quantities) {
        return StockLine.summed(of(order, quantities).entrySet().stream()
                .map(entry ->
                        new StockLine(entry.getValue().sku(), entry.getKey().quantity()))
                .toList());
    }

    static Money least(Money one, Money other) {
        return one.exceeds(other) ? other : one;
    }

    private static Money share(OrderLine line, long units) {
        return line.total().share(units, line.quantity(), Rounding.HALF_UP);
    }
}
