package dev.commercekit.cart;

import dev.commercekit.Input;
import dev.commercekit.catalog.Sku;
import dev.commercekit.money.Price;
import java.util.Map;
import java.util.Optional;

/**
 * A line of a cart. The same SKU may stand in several lines.
 *
 * @param id its name in the cart
 * @param sku what
 * @param quantity how many, 1 to {@value #MAX_QUANTITY}
 * @param attributes what tells it apart, such as an engraving; at most 20
 * @param agreedPrice the price of one unit that was agreed, instead of the catalog's; only trusted callers may set it
 */
public record CartLine(LineId id, Sku sku, long quantity, Map<String, String> attributes, Optional<Price> agreedPrice) {

    /** The most units in one line. */
    public static final long MAX_QUANTITY = 1_000_000;

    /** Checks every part. */
    public CartLine {
        Input.required(id, "lineId");
        Input.required(sku, "sku");
        Input.range(quantity, "quantity", 1, MAX_QUANTITY);
        attributes = Input.attributes(attributes, "attributes", 20);
        Input.required(agreedPrice, "agreedPrice");
    }

    /** Returns a line whose id is the text of its SKU. */
    public static CartLine of(Sku sku, long quantity) {
        return of(LineId.of(Input.required(sku, "sku").value()), sku, quantity);
    }

    /** Returns a line with an id of its own. */
    public static CartLine of(LineId id, Sku sku, long quantity) {
        return new CartLine(id, sku, quantity, Map.of(), Optional.empty());
    }

    /** Returns the same line at an agreed price. */
    public CartLine at(Price price) {
        return new CartLine(id, sku, quantity, attributes, Optional.of(Input.required(price, "agreedPrice")));
    }

    /** Returns the same line with these attributes. */
    public CartLine with(Map<String, String> others) {
        return new CartLine(id, sku, quantity, others, agreedPrice);
    }
}
