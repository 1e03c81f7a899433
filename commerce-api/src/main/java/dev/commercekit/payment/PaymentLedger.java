package dev.commercekit.payment;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.Input;
import dev.commercekit.money.Money;
import java.time.Instant;
import java.util.List;

/** A gateway's own account of what it did, for reconciliation: the truth about money, outside of the shop's storage. */
public interface PaymentLedger {

    /** Returns every movement of money that the gateway carried out, in its order. */
    List<Entry> entries();

    /** What a gateway did with money. */
    enum Kind {
        /** Money was set aside. */
        AUTHORIZED,
        /** Money was taken. */
        CAPTURED,
        /** Money was given back. */
        REFUNDED,
        /** Money that was set aside was released. */
        RELEASED
    }

    /**
     * One movement of money.
     *
     * @param kind what was done
     * @param key the key of the request that caused it
     * @param reference the host's name of the payment, as the authorization's request gave it
     * @param authorization the gateway's name of the authorization that it belongs to
     * @param amount how much
     * @param at when, by the gateway's clock
     */
    record Entry(
            Kind kind, IdempotencyKey key, String reference, GatewayReference authorization, Money amount, Instant at) {

        /** Refuses null. */
        public Entry {
            Input.required(kind, "kind");
            Input.required(key, "idempotencyKey");
            Input.identifier(reference, "reference", 64);
            Input.required(authorization, "authorization");
            Input.required(amount, "amount");
            Input.required(at, "at");
        }
    }
}
