package dev.commercekit.benchmarks.durable;

import dev.commercekit.payment.AuthorizeRequest;
import dev.commercekit.payment.FollowUpRequest;
import dev.commercekit.payment.GatewayReference;
import dev.commercekit.payment.PaymentGateway;
import dev.commercekit.payment.PaymentOutcome;
import java.time.Duration;

/** Approves all that it is asked for and keeps nothing, so that a heap shows what the shop keeps. */
final class ApprovingGateway implements PaymentGateway {

    @Override
    public PaymentOutcome authorize(AuthorizeRequest request) {
        return new PaymentOutcome.Approved(new GatewayReference(request.reference()), request.amount());
    }

    @Override
    public PaymentOutcome capture(FollowUpRequest request) {
        return approved(request);
    }

    @Override
    public PaymentOutcome refund(FollowUpRequest request) {
        return approved(request);
    }

    @Override
    public PaymentOutcome cancel(FollowUpRequest request) {
        return approved(request);
    }

    @Override
    public Duration replayWindow() {
        return Duration.ofDays(1);
    }

    private static PaymentOutcome approved(FollowUpRequest request) {
        return new PaymentOutcome.Approved(request.authorization(), request.amount());
    }
}
