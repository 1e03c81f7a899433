package dev.commercekit.core.checkout.flow;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.core.payment.GatewayCalls;
import dev.commercekit.payment.FollowUpRequest;
import dev.commercekit.payment.PaymentOutcome;
import dev.commercekit.payment.PaymentOutcome.Approved;
import dev.commercekit.payment.PaymentOutcome.Declined;
import dev.commercekit.payment.PaymentOutcome.Unknown;
import dev.commercekit.workflow.Call;
import dev.commercekit.workflow.CallResult;
import dev.commercekit.workflow.CallStep;
import java.time.Duration;

/** Gives the money back that the gateway approved for an order that will not be: releases it, or refunds what was taken. */
final class GiveBack implements CallStep.Body<CheckoutState> {

    static final String STEP = "give-back";

    private final GatewayCalls gateway;

    GiveBack(GatewayCalls gateway) {
        this.gateway = gateway;
    }

    CallStep<CheckoutState> step(Duration timeout, Duration window) {
        return CallStep.of(STEP, timeout, this).sentWithin(window);
    }

    @Override
    public CallResult<CheckoutState> call(CheckoutState state, Call call) {
        Approved approved = (Approved) state.outcome().orElseThrow();
        FollowUpRequest request = new FollowUpRequest(call.key(), approved.reference(), approved.amount());
        PaymentOutcome outcome = gateway.outcome(
                call, asked -> state.request().takenAtOnce() ? asked.refund(request) : asked.cancel(request));
        if (outcome instanceof Approved) {
            return new CallResult.Done<>(state.givenBackBy(call.key()));
        }
        if (outcome instanceof Declined declined) {
            IdempotencyKey end = Pay.endKey(state.request().order());
            return releasedBy(end, call, state, approved)
                    ? new CallResult.Done<>(state.givenBackBy(end))
                    : new CallResult.Refused<>(
                            state, "the gateway refused to give money back: " + declined.gatewayCode());
        }
        String reason = outcome instanceof Unknown unknown ? unknown.reason() : "the gateway waits for the buyer";
        return call.mayBeSent() ? new CallResult.Unknown<>(reason) : new CallResult.Stuck<>(reason);
    }

    /** A cancel of the waiting payment may have met the approved one: it is asked again, under its key, what it released. */
    private boolean releasedBy(IdempotencyKey end, Call call, CheckoutState state, Approved approved) {
        if (state.request().takenAtOnce() || !call.mayBeSent()) {
            return false;
        }
        FollowUpRequest request =
                new FollowUpRequest(end, approved.reference(), state.request().total());
        return gateway.sent(asked -> asked.cancel(request)) instanceof Approved released
                && released.amount().equals(approved.amount());
    }
}
