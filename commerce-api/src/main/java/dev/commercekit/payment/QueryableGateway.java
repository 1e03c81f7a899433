package dev.commercekit.payment;

import dev.commercekit.IdempotencyKey;
import java.util.Optional;

/** A gateway that can be asked what became of a request. */
public interface QueryableGateway extends PaymentGateway {

    /**
     * Returns what became of the request with the given key. Empty means that the gateway does not know the key, which is no
     * proof that the request will not be carried out: it may still be on its way.
     */
    Optional<PaymentOutcome> find(IdempotencyKey key);
}
