package dev.commercekit.payment;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.Input;

/**
 * What a gateway tells on its own about a request that it once got, for example by a webhook that the host has verified. It
 * may come late, twice or out of order.
 *
 * @param key the key of the request that it is about
 * @param outcome what became of that request
 */
public record PaymentNotification(IdempotencyKey key, PaymentOutcome outcome) {

    /** Refuses null. */
    public PaymentNotification {
        Input.required(key, "idempotencyKey");
        Input.required(outcome, "outcome");
    }
}
