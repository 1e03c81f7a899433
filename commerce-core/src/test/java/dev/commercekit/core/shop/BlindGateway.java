package dev.commercekit.core.shop;

import dev.commercekit.payment.AuthorizeRequest;
import dev.commercekit.payment.FollowUpRequest;
import dev.commercekit.payment.PaymentGateway;
import dev.commercekit.payment.PaymentOutcome;
import java.time.Duration;

/** A gateway that cannot be asked what became of a request and, while it is silent, carries requests out without a word. */
final class BlindGateway implements PaymentGateway {

    private final PaymentGateway gateway;
    private volatile boolean silent = true;

    BlindGateway(PaymentGateway gateway) {
        this.gateway = gateway;
    }

    void speak() {
        silent = false;
    }

    @Override
    public PaymentOutcome authorize(AuthorizeRequest request) {
        return told(gateway.authorize(request));
    }

    @Override
    public PaymentOutcome capture(FollowUpRequest request) {
        return told(gateway.capture(request));
    }

    @Override
    public PaymentOutcome refund(FollowUpRequest request) {
        return told(gateway.refund(request));
    }

    @Override
    public PaymentOutcome cancel(FollowUpRequest request) {
        return told(gateway.cancel(request));
    }

    @Override
    public Duration replayWindow() {
        return gateway.replayWindow();
    }

    private PaymentOutcome told(PaymentOutcome outcome) {
        return silent ? new PaymentOutcome.Unknown("silent") : outcome;
    }
}
