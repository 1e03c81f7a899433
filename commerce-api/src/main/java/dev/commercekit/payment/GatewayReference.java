package dev.commercekit.payment;

import dev.commercekit.Input;

/**
 * The gateway's own name of an authorization, capture or refund.
 *
 * @param value 1 to 255 printable ASCII characters
 */
public record GatewayReference(String value) {

    /** Checks the reference. */
    public GatewayReference {
        Input.identifier(value, "gatewayReference", 255);
    }

    @Override
    public String toString() {
        return value;
    }
}
