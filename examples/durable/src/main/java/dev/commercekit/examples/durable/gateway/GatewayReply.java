package dev.commercekit.examples.durable.gateway;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.json.CommerceJson;
import dev.commercekit.json.JsonCodec;
import dev.commercekit.payment.PaymentLedger;
import dev.commercekit.payment.PaymentOutcome;
import java.util.List;
import java.util.Optional;

/** What a gateway replied to a {@link GatewayCall}. */
public sealed interface GatewayReply {

    /** Its wire form. */
    JsonCodec<GatewayReply> CODEC = CommerceJson.codec(GatewayReply.class);

    /**
     * To a request.
     *
     * @param outcome its outcome
     */
    record Outcome(PaymentOutcome outcome) implements GatewayReply {}

    /**
     * To a request whose key had come with another content.
     *
     * @param operation what was asked for
     * @param key the key
     */
    record KeyReused(String operation, IdempotencyKey key) implements GatewayReply {}

    /**
     * To a question.
     *
     * @param outcome what became of the request, if it is known
     */
    record Found(Optional<PaymentOutcome> outcome) implements GatewayReply {}

    /**
     * The ledger.
     *
     * @param entries every movement of money, in order
     */
    record Entries(List<PaymentLedger.Entry> entries) implements GatewayReply {}
}
