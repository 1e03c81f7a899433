package dev.commercekit.examples.durable.gateway;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.KeyReusedException;
import dev.commercekit.payment.AuthorizeRequest;
import dev.commercekit.payment.FollowUpRequest;
import dev.commercekit.payment.PaymentLedger;
import dev.commercekit.payment.PaymentOutcome;
import dev.commercekit.payment.QueryableGateway;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A gateway whose calls go somewhere as {@link GatewayCall}s. */
public abstract class CalledGateway implements QueryableGateway, PaymentLedger {

    /** What the sandbox remembers keys for. */
    private static final Duration WINDOW = Duration.ofHours(24);

    /** Makes the call; who gets no reply throws. */
    protected abstract GatewayReply call(GatewayCall call);

    @Override
    public PaymentOutcome authorize(AuthorizeRequest request) {
        return outcome(new GatewayCall.Authorize(request));
    }

    @Override
    public PaymentOutcome capture(FollowUpRequest request) {
        return outcome(new GatewayCall.Capture(request));
    }

    @Override
    public PaymentOutcome refund(FollowUpRequest request) {
        return outcome(new GatewayCall.Refund(request));
    }

    @Override
    public PaymentOutcome cancel(FollowUpRequest request) {
        return outcome(new GatewayCall.Cancel(request));
    }

    @Override
    public Optional<PaymentOutcome> find(IdempotencyKey key) {
        return ((GatewayReply.Found) call(new GatewayCall.Find(key))).outcome();
    }

    @Override
    public List<Entry> entries() {
        return ((GatewayReply.Entries) call(new GatewayCall.Ledger())).entries();
    }

    @Override
    public Duration replayWindow() {
        return WINDOW;
    }

    private PaymentOutcome outcome(GatewayCall call) {
        GatewayReply reply = call(call);
        if (reply instanceof GatewayReply.KeyReused reused) {
            throw new KeyReusedException(reused.operation(), reused.key());
        }
        return ((GatewayReply.Outcome) reply).outcome();
    }
}
