package dev.commercekit.order;

import dev.commercekit.Input;
import dev.commercekit.cart.LineId;
import dev.commercekit.catalog.Sku;
import dev.commercekit.money.Money;
import dev.commercekit.money.Price;
import java.util.Map;

/**
 * A line of an order. What was bought never changes; how many were sent and came back does.
 *
 * @param id its name in the order
 * @param sku what
 * @param name its name when it was bought
 * @param quantity how many
 * @param attributes what told it apart in the cart
 * @param unitPrice what one cost
 * @param total what all cost
 * @param shipped how many were sent
 * @param returned how many of those came back
 */
public record OrderLine(
        LineId id,
        Sku sku,
        String name,
        long quantity,
        Map<String, String> attributes,
        Price unitPrice,
        Money total,
        long shipped,
        long returned) {

    /** Checks the quantities. */
    public OrderLine {
        Input.required(id, "lineId");
        Input.required(sku, "sku");
        Input.required(name, "name");
        Input.range(quantity, "quantity", 1, Long.MAX_VALUE);
        attributes = Input.attributes(attributes, "attributes", 20);
        Input.required(unitPrice, "unitPrice");
        Input.required(total, "total");
        Input.range(shipped, "shipped", 0, quantity);
        Input.range(returned, "returned", 0, shipped);
    }

    /** Returns the same line after more units were sent. */
    public OrderLine ship(long units) {
        return new OrderLine(
                id, sku, name, quantity, attributes, unitPrice, total, Math.addExact(shipped, units), returned);
    }

    /** Returns the same line after more units came back. */
    public OrderLine takeBack(long units) {
        return new OrderLine(
                id, sku, name, quantity, attributes, unitPrice, total, shipped, Math.addExact(returned, units));
    }
}
