package dev.commercekit.payment;

import java.time.Duration;

/**
 * The port to a payment gateway. Each method makes one attempt, in bounded time, and does not retry: the caller does, with the
 * same key. An exception that a method throws counts as {@link PaymentOutcome.Unknown}.
 *
 * <p>The promise that an adapter must keep: within {@link #replayWindow()} a request that comes again with the same key and
 * the same content is not carried out again, and answers as the first one did once that is known. The same key with another
 * content is a {@link dev.commercekit.KeyReusedException}, never carried out, and says nothing about the first one.
 * Implementations are thread-safe.
 */
public interface PaymentGateway {

    /** Sets money aside, or takes it at once if the request says so. */
    PaymentOutcome authorize(AuthorizeRequest request);

    /**
     * Takes some or all of what was authorized; all captures together never exceed it. A gateway may take only one capture for
     * each authorization and release the rest; it says so in its documentation.
     */
    PaymentOutcome capture(FollowUpRequest request);

    /** Gives back some or all of what was captured; all refunds together never exceed it. */
    PaymentOutcome refund(FollowUpRequest request);

    /**
     * Releases what was authorized and not captured, and ends a payment that waits for its buyer. An authorization whose outcome
     * is unknown has no reference yet and must be settled first. The outcome's amount is what was released: zero if nothing had
     * been set aside; with nothing left to release it is declined.
     */
    PaymentOutcome cancel(FollowUpRequest request);

    /** Returns for how long after its first use a key is remembered. After that it must never be sent again. */
    Duration replayWindow();
}
