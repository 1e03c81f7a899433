package dev.commercekit.payment;

import dev.commercekit.Input;

/**
 * Stands for a payment method that the gateway knows. A secret: it never prints. A card number is refused.
 *
 * @param value the gateway's token, 1 to 255 printable ASCII characters
 */
public record PaymentToken(String value) {

    /** Checks the token's form. */
    public PaymentToken {
        Input.text(Input.identifier(value, "paymentToken", 255), "paymentToken", 255);
    }

    /** Returns the token with the given text. */
    public static PaymentToken of(String value) {
        return new PaymentToken(value);
    }

    /** Returns nothing secret. */
    @Override
    public String toString() {
        return "PaymentToken[***]";
    }
}
