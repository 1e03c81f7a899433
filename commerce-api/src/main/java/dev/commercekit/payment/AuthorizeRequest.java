package dev.commercekit.payment;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.Input;
import dev.commercekit.money.Money;

/**
 * Asks a gateway to set money aside, or to take it at once.
 *
 * @param key names this request for ever; sent again it is not carried out again
 * @param reference how the host's side names the payment, such as the order number; 1 to 64 printable ASCII characters
 * @param amount how much, above zero
 * @param token from which payment method
 * @param capture whether the money is taken at once
 */
public record AuthorizeRequest(
        IdempotencyKey key, String reference, Money amount, PaymentToken token, boolean capture) {

    /** Checks the amount. */
    public AuthorizeRequest {
        Input.required(key, "idempotencyKey");
        Input.identifier(reference, "reference", 64);
        Input.that(Input.required(amount, "amount").isPositive(), "amount", "must be above zero");
        Input.required(token, "paymentToken");
    }
}
