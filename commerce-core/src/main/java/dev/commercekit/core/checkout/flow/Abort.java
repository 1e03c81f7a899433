package dev.commercekit.core.checkout.flow;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.core.checkout.flow.CheckoutState.Request;
import dev.commercekit.core.order.OrderDraft;
import dev.commercekit.core.order.OrderTable;
import dev.commercekit.core.payment.PaymentAccount;
import dev.commercekit.core.payment.PaymentTable;
import dev.commercekit.money.Money;
import dev.commercekit.order.OrderEvent;
import dev.commercekit.order.OrderStatus;
import dev.commercekit.payment.PaymentOutcome.Approved;
import dev.commercekit.storage.Write;
import dev.commercekit.workflow.LocalStep;
import dev.commercekit.workflow.StepContext;
import dev.commercekit.workflow.Transition;
import java.util.ArrayList;
import java.util.List;

/** Cancels an order whose money, if any had been approved, is back. */
final class Abort implements LocalStep.Body<CheckoutState> {

    static final String STEP = "abort";

    LocalStep<CheckoutState> step() {
        return LocalStep.of(STEP, state -> Undoing.reads(state.request()), this);
    }

    static String reason(OrderDraft order) {
        return order.cancelReason()
                .orElse(order.status() == OrderStatus.EXPIRING ? "its time was over" : "it was cancelled");
    }

    @Override
    public Transition<CheckoutState> apply(CheckoutState state, StepContext context) {
        Request request = state.request();
        OrderDraft order = new OrderDraft(
                context.row(OrderTable.key(request.order())).orElseThrow(), context.now(), request.actor());
        order.because(reason(order));
        String reason = order.cancelReason().orElseThrow();
        order.become(OrderStatus.CANCELLED).tell(header -> new OrderEvent.OrderCancelled(header, reason));
        CheckoutResult answer = new CheckoutResult.Cancelled(request.order(), reason);
        List<Write> writes = new ArrayList<>(Undoing.writes(request, order, answer, context));
        state.givenBack().ifPresent(key -> writes.addAll(payment(state, key, context)));
        return Transition.end(state.answered(answer)).write(writes);
    }

    private static List<Write> payment(CheckoutState state, IdempotencyKey key, StepContext context) {
        PaymentAccount account = PaymentAccount.of(
                context.row(PaymentTable.key(state.request().order())).orElseThrow());
        Money amount = ((Approved) state.outcome().orElseThrow()).amount();
        return state.request().takenAtOnce() ? account.refund(key, amount) : account.release(key, amount);
    }
}
