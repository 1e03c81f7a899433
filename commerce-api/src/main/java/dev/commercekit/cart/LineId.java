package dev.commercekit.cart;

import dev.commercekit.Input;

/**
 * Names a line within its cart, and within the order that comes of it.
 *
 * @param value 1 to 64 printable ASCII characters
 */
public record LineId(String value) {

    /** Checks the text. */
    public LineId {
        Input.identifier(value, "lineId", 64);
    }

    /** Returns the id with the given text. */
    public static LineId of(String value) {
        return new LineId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
