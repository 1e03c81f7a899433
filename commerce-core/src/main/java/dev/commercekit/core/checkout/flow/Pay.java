package dev.commercekit.core.checkout.flow;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.core.checkout.flow.CheckoutState.Request;
import dev.commercekit.core.order.OrderTable;
import dev.commercekit.core.payment.GatewayCalls;
import dev.commercekit.order.OrderId;
import dev.commercekit.order.OrderStatus;
import dev.commercekit.payment.AuthorizeRequest;
import dev.commercekit.payment.FollowUpRequest;
import dev.commercekit.payment.PaymentOutcome;
import dev.commercekit.payment.PaymentOutcome.ActionRequired;
import dev.commercekit.payment.PaymentOutcome.Unknown;
import dev.commercekit.workflow.Call;
import dev.commercekit.workflow.CallResult;
import dev.commercekit.workflow.CallStep;
import java.time.Duration;
import java.util.List;

/**
 * Asks the gateway for the money, with one key for ever. What is unknown stays held and is asked again; what waits for the buyer
 * is asked again when a notification comes or from time to time; once the order expires or is cancelled, a payment that waits
 * is cancelled at the gateway, and the same key then tells the outcome. Past the time in which the key may be sent it is only
 * looked up, and an operator sees it if that tells nothing.
 */
final class Pay implements CallStep.Body<CheckoutState> {

    static final String STEP = CheckoutWorkflow.PAY;

    private static final Duration POLL = Duration.ofSeconds(30);

    private final GatewayCalls gateway;

    Pay(GatewayCalls gateway) {
        this.gateway = gateway;
    }

    CallStep<CheckoutState> step(Duration timeout, Duration window) {
        return CallStep.of(STEP, timeout, this)
                .sentWithin(window)
                .reading(state -> List.of(OrderTable.key(state.request().order())));
    }

    @Override
    public CallResult<CheckoutState> call(CheckoutState state, Call call) {
        Request request = state.request();
        if (request.total().isZero()) {
            return new CallResult.Done<>(state);
        }
        PaymentOutcome outcome = authorized(request, call);
        if (outcome instanceof ActionRequired waiting && !placed(request, call) && call.mayBeSent()) {
            outcome = endWaiting(request, call, waiting);
        }
        if (outcome.definite()) {
            return new CallResult.Done<>(state.with(outcome));
        }
        if (outcome instanceof ActionRequired && call.mayBeSent()) {
            return new CallResult.Waiting<>(state.with(outcome), POLL);
        }
        String reason = outcome instanceof Unknown unknown ? unknown.reason() : "still waiting for the buyer";
        return call.mayBeSent() ? new CallResult.Unknown<>(reason) : new CallResult.Stuck<>(reason);
    }

    private PaymentOutcome authorized(Request request, Call call) {
        AuthorizeRequest authorize = new AuthorizeRequest(
                call.key(), request.number().value(), request.total(), request.token(), request.takenAtOnce());
        return gateway.outcome(call, asked -> asked.authorize(authorize));
    }

    private PaymentOutcome endWaiting(Request request, Call call, ActionRequired waiting) {
        IdempotencyKey key = endKey(request.order());
        gateway.sent(asked -> asked.cancel(new FollowUpRequest(key, waiting.reference(), request.total())));
        return authorized(request, call);
    }

    /** Returns the key of the cancel that ends the waiting for the buyer. */
    static IdempotencyKey endKey(OrderId order) {
        return IdempotencyKey.of(CheckoutWorkflow.id(order) + "/" + STEP + "/1/end");
    }

    private static boolean placed(Request request, Call call) {
        return call.row(OrderTable.key(request.order()))
                .filter(row -> row.get(OrderTable.STATUS).equals(OrderStatus.PLACED.name()))
                .isPresent();
    }
}
