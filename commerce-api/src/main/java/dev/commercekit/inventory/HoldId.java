package dev.commercekit.inventory;

import dev.commercekit.Input;

/**
 * Names a hold for ever, as its holder names it; a checkout uses the id of its order.
 *
 * @param value 1 to 64 printable ASCII characters
 */
public record HoldId(String value) {

    /** Checks the text. */
    public HoldId {
        Input.identifier(value, "holdId", 64);
    }

    /** Returns the id with the given text. */
    public static HoldId of(String value) {
        return new HoldId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
