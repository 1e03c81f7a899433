package dev.commercekit.account;

import dev.commercekit.Input;

/**
 * Names a customer whom the host knows. It is the host's own id; it should not be an e-mail address.
 *
 * @param value 1 to 64 printable ASCII characters; case matters
 */
public record CustomerId(String value) {

    /** Checks the id. */
    public CustomerId {
        Input.identifier(value, "customerId", 64);
    }

    /** Returns the id with the given text. */
    public static CustomerId of(String value) {
        return new CustomerId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
