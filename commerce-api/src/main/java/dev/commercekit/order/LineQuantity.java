package dev.commercekit.order;

import dev.commercekit.Input;
import dev.commercekit.cart.LineId;

/**
 * Some units of a line of an order.
 *
 * @param line which line
 * @param quantity how many, 1 or more
 */
public record LineQuantity(LineId line, long quantity) {

    /** Checks the quantity. */
    public LineQuantity {
        Input.required(line, "lineId");
        Input.range(quantity, "quantity", 1, Long.MAX_VALUE);
    }

    /** Returns so many units of the line with the given id. */
    public static LineQuantity of(String line, long quantity) {
        return new LineQuantity(new LineId(line), quantity);
    }
}
