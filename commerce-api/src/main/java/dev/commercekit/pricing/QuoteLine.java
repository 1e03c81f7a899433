package dev.commercekit.pricing;

import dev.commercekit.Input;
import dev.commercekit.cart.LineId;
import dev.commercekit.catalog.Sku;
import dev.commercekit.money.Money;
import dev.commercekit.money.Price;
import java.util.Map;

/**
 * A line of a cart, priced.
 *
 * @param id the cart line's name
 * @param sku what
 * @param name its name when it was priced
 * @param quantity how many
 * @param attributes the cart line's attributes
 * @param unitPrice what one costs
 * @param total what all cost: unit price times quantity, rounded once, half up
 */
public record QuoteLine(
        LineId id, Sku sku, String name, long quantity, Map<String, String> attributes, Price unitPrice, Money total) {

    /** Refuses null. */
    public QuoteLine {
        Input.required(id, "lineId");
        Input.required(sku, "sku");
        Input.required(name, "name");
        attributes = Input.attributes(attributes, "attributes", 20);
        Input.required(unitPrice, "unitPrice");
        Input.required(total, "total");
    }
}
