package dev.commercekit.core.crash;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.payment.AuthorizeRequest;
import dev.commercekit.payment.FollowUpRequest;
import dev.commercekit.payment.PaymentOutcome;
import dev.commercekit.payment.QueryableGateway;
import java.time.Duration;
import java.util.Optional;

/** The gateway as one process sees it, whose calls are boundaries. */
record StoppableGateway(QueryableGateway gateway, CrashPoint point) implements QueryableGateway {

    @Override
    public PaymentOutcome authorize(AuthorizeRequest request) {
        return point.cross(() -> gateway.authorize(request));
    }

    @Override
    public PaymentOutcome capture(FollowUpRequest request) {
        return point.cross(() -> gateway.capture(request));
    }

    @Override
    public PaymentOutcome refund(FollowUpRequest request) {
        return point.cross(() -> gateway.refund(request));
    }

    @Override
    public PaymentOutcome cancel(FollowUpRequest request) {
        return point.cross(() -> gateway.cancel(request));
    }

    @Override
    public Duration replayWindow() {
        return gateway.replayWindow();
    }

    @Override
    public Optional<PaymentOutcome> find(IdempotencyKey key) {
        return point.read(() -> gateway.find(key));
    }
}
