package dev.commercekit.core.checkout.flow;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.core.cart.NewStart;
import dev.commercekit.core.checkout.flow.CheckoutState.Request;
import dev.commercekit.core.inventory.StockWrites;
import dev.commercekit.core.order.OrderDraft;
import dev.commercekit.core.order.OrderTable;
import dev.commercekit.core.payment.PaymentAccount;
import dev.commercekit.inventory.HoldId;
import dev.commercekit.money.Money;
import dev.commercekit.order.OrderEvent;
import dev.commercekit.order.OrderStatus;
import dev.commercekit.payment.PaymentOutcome;
import dev.commercekit.payment.PaymentOutcome.Approved;
import dev.commercekit.payment.PaymentOutcome.Declined;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.transaction.Durability;
import dev.commercekit.workflow.LocalStep;
import dev.commercekit.workflow.StepContext;
import dev.commercekit.workflow.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Records the definite outcome of the payment. Approved in full while the order is placed: it is confirmed, its hold is a sale
 * and its cart starts anew. Approved otherwise: the money goes back first. Declined: everything is undone. What the buyer asked for is kept as well
 * as the shop asks for; what follows a cancellation or the end of the order's time is strict.
 */
final class Settle implements LocalStep.Body<CheckoutState> {

    private final NewStart carts;
    private final Durability confirmations;

    Settle(NewStart carts, Durability confirmations) {
        this.carts = carts;
        this.confirmations = confirmations;
    }

    /** What it decides by it writes: the order's row always, and the cart's and those of the holds where it needs them. */
    LocalStep<CheckoutState> step() {
        return LocalStep.of("settle", this::reads, this).recalling();
    }

    private List<RowKey> reads(CheckoutState state) {
        Request request = state.request();
        if (declined(state).isPresent()) {
            return Undoing.reads(request);
        }
        List<RowKey> keys = new ArrayList<>(carts.reads(request.cart()));
        keys.add(OrderTable.key(request.order()));
        return keys;
    }

    @Override
    public Transition<CheckoutState> apply(CheckoutState state, StepContext context) {
        Request request = state.request();
        Row row = context.row(OrderTable.key(request.order())).orElseThrow();
        OrderDraft order = new OrderDraft(row, context.now(), request.actor());
        Optional<Declined> declined = declined(state);
        if (declined.isPresent()) {
            return decline(state, order, declined.get(), context);
        }
        Optional<Approved> approved = state.outcome().map(Approved.class::cast);
        Money amount = approved.map(Approved::amount).orElse(request.total());
        return order.status() == OrderStatus.PLACED && amount.equals(request.total())
                ? confirm(state, order, approved, context)
                : giveBack(state, order, approved, context);
    }

    private Transition<CheckoutState> confirm(
            CheckoutState state, OrderDraft order, Optional<Approved> approved, StepContext context) {
        Request request = state.request();
        CheckoutResult answer = new CheckoutResult.Confirmed(request.order(), request.number(), request.total());
        order.become(OrderStatus.CONFIRMED).tell(header -> new OrderEvent.OrderConfirmed(header, request.total()));
        List<Write> writes = new ArrayList<>(order.writes());
        writes.addAll(payment(state, approved, context));
        writes.add(CheckoutClaims.answer(CheckoutClaims.key(request), answer));
        writes.addAll(StockWrites.confirm(HoldId.of(request.order().value()), request.skus()));
        carts.reads(request.cart())
                .forEach(key -> carts.write(context.row(key), request.cart(), request.generation())
                        .ifPresent(writes::add));
        return Transition.end(state.answered(answer)).write(writes).durability(confirmations);
    }

    private static Transition<CheckoutState> giveBack(
            CheckoutState state, OrderDraft order, Optional<Approved> approved, StepContext context) {
        if (approved.isEmpty()) {
            return Transition.jump(Abort.STEP, state);
        }
        if (order.status() == OrderStatus.PLACED) {
            order.become(OrderStatus.CANCELLING).because("the gateway approved another amount");
        }
        return Transition.jump(GiveBack.STEP, state).write(order.writes()).write(payment(state, approved, context));
    }

    private Transition<CheckoutState> decline(
            CheckoutState state, OrderDraft order, Declined declined, StepContext context) {
        Request request = state.request();
        boolean wanted = order.status() == OrderStatus.PLACED;
        order.because(wanted ? "payment declined" : Abort.reason(order));
        String reason = order.cancelReason().orElseThrow();
        CheckoutResult answer = wanted
                ? new CheckoutResult.Declined(request.order(), declined.reason())
                : new CheckoutResult.Cancelled(request.order(), reason);
        if (wanted) {
            order.declined(declined.reason());
        }
        order.become(OrderStatus.CANCELLED)
                .tell(header -> new OrderEvent.PaymentDeclined(header, declined.reason()))
                .tell(header -> new OrderEvent.OrderCancelled(header, reason));
        return Transition.end(state.answered(answer))
                .write(Undoing.writes(request, order, answer, context))
                .durability(wanted ? confirmations : Durability.STRICT);
    }

    private static List<Write> payment(CheckoutState state, Optional<Approved> approved, StepContext context) {
        Request request = state.request();
        IdempotencyKey key = IdempotencyKey.of(context.workflowId() + "/" + Pay.STEP + "/1");
        return approved.map(money -> PaymentAccount.open(request.order(), key, money, request.takenAtOnce()))
                .orElseGet(() -> List.of(PaymentAccount.openFree(request.order(), request.total())));
    }

    private static Optional<Declined> declined(CheckoutState state) {
        Optional<PaymentOutcome> outcome = state.outcome();
        return outcome.filter(Declined.class::isInstance).map(Declined.class::cast);
    }
}
