package dev.commercekit.cart;

import dev.commercekit.Input;

/**
 * Names a cart.
 *
 * @param value 1 to 64 printable ASCII characters
 */
public record CartId(String value) {

    /** Checks the text. */
    public CartId {
        Input.identifier(value, "cartId", 64);
    }

    /** Returns the id with the given text. */
    public static CartId of(String value) {
        return new CartId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
