package dev.commercekit.order;

import dev.commercekit.Input;

/**
 * Names an order. The default ids are UUIDs of version 7, which sort by time.
 *
 * @param value 1 to 64 printable ASCII characters
 */
public record OrderId(String value) {

    /** Checks the text. */
    public OrderId {
        Input.identifier(value, "orderId", 64);
    }

    /** Returns the id with the given text. */
    public static OrderId of(String value) {
        return new OrderId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
