package dev.commercekit.examples.durable.gateway;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.KeyReusedException;
import dev.commercekit.core.sandbox.SandboxGateway;
import dev.commercekit.json.CommerceJson;
import dev.commercekit.json.JsonCodec;
import dev.commercekit.payment.AuthorizeRequest;
import dev.commercekit.payment.FollowUpRequest;
import dev.commercekit.payment.PaymentOutcome;
import java.util.function.Supplier;

/** One call to a gateway, as a line of text that a pipe or a journal can carry. */
public sealed interface GatewayCall {

    /** Its wire form. */
    JsonCodec<GatewayCall> CODEC = CommerceJson.codec(GatewayCall.class);

    /** Makes the call. */
    GatewayReply answeredBy(SandboxGateway gateway);

    /**
     * Sets money aside.
     *
     * @param request the request
     */
    record Authorize(AuthorizeRequest request) implements GatewayCall {
        @Override
        public GatewayReply answeredBy(SandboxGateway gateway) {
            return outcome("authorize", request.key(), () -> gateway.authorize(request));
        }
    }

    /**
     * Takes money.
     *
     * @param request the request
     */
    record Capture(FollowUpRequest request) implements GatewayCall {
        @Override
        public GatewayReply answeredBy(SandboxGateway gateway) {
            return outcome("capture", request.key(), () -> gateway.capture(request));
        }
    }

    /**
     * Gives money back.
     *
     * @param request the request
     */
    record Refund(FollowUpRequest request) implements GatewayCall {
        @Override
        public GatewayReply answeredBy(SandboxGateway gateway) {
            return outcome("refund", request.key(), () -> gateway.refund(request));
        }
    }

    /**
     * Releases money.
     *
     * @param request the request
     */
    record Cancel(FollowUpRequest request) implements GatewayCall {
        @Override
        public GatewayReply answeredBy(SandboxGateway gateway) {
            return outcome("cancel", request.key(), () -> gateway.cancel(request));
        }
    }

    /**
     * Asks what became of a request.
     *
     * @param key its key
     */
    record Find(IdempotencyKey key) implements GatewayCall {
        @Override
        public GatewayReply answeredBy(SandboxGateway gateway) {
            return new GatewayReply.Found(gateway.find(key));
        }
    }

    /** Asks for the ledger. */
    record Ledger() implements GatewayCall {
        @Override
        public GatewayReply answeredBy(SandboxGateway gateway) {
            return new GatewayReply.Entries(gateway.entries());
        }
    }

    private static GatewayReply outcome(String operation, IdempotencyKey key, Supplier<PaymentOutcome> request) {
        try {
            return new GatewayReply.Outcome(request.get());
        } catch (KeyReusedException reused) {
            return new GatewayReply.KeyReused(operation, key);
        }
    }
}
