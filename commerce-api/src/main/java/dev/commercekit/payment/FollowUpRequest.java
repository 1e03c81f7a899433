package dev.commercekit.payment;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.Input;
import dev.commercekit.money.Money;

/**
 * Asks a gateway to go on with an authorization: to capture some of it, to refund some of what was captured, or to cancel it.
 *
 * @param key names this request for ever; sent again it is not carried out again
 * @param authorization the reference that the authorization was approved with
 * @param amount how much, above zero; to cancel, all that was authorized
 */
public record FollowUpRequest(IdempotencyKey key, GatewayReference authorization, Money amount) {

    /** Checks the amount. */
    public FollowUpRequest {
        Input.required(key, "idempotencyKey");
        Input.required(authorization, "authorization");
        Input.that(Input.required(amount, "amount").isPositive(), "amount", "must be above zero");
    }
}
