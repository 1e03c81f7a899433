package dev.commercekit.core.order.operation;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.core.order.OrderDraft;
import dev.commercekit.core.payment.PaymentAccount;
import dev.commercekit.json.CommerceJson;
import dev.commercekit.json.JsonCodec;
import dev.commercekit.money.Money;
import dev.commercekit.order.CancelResult;
import dev.commercekit.order.LineQuantity;
import dev.commercekit.order.Order;
import dev.commercekit.order.OrderEvent;
import dev.commercekit.order.OrderStatus;
import dev.commercekit.payment.DeclineReason;
import dev.commercekit.payment.FollowUpRequest;
import dev.commercekit.payment.PaymentGateway;
import dev.commercekit.payment.PaymentOutcome;
import dev.commercekit.storage.Write;
import java.util.List;
import java.util.Optional;

/**
 * Cancels a confirmed order: gives its money back and its goods back into stock. An order that is not confirmed yet is cancelled
 * by its checkout, see {@link Cancellations}.
 */
final class Cancel implements Operation<CancelResult> {

    private static final JsonCodec<CancelResult> ANSWERS = CommerceJson.codec(CancelResult.class);

    @Override
    public String name() {
        return Cancellations.COMMAND;
    }

    @Override
    public JsonCodec<CancelResult> answers() {
        return ANSWERS;
    }

    @Override
    public Decision<CancelResult> decide(Order order, PaymentAccount payment, OperationState.Request request) {
        if (order.status() == OrderStatus.PARTIALLY_SHIPPED || order.status() == OrderStatus.SHIPPED) {
            return new Decision.Refuse<>(new CancelResult.NotCancellable(order.id(), order.status()));
        }
        if (order.status() != OrderStatus.CONFIRMED) {
            return new Decision.Elsewhere<>();
        }
        boolean refund = order.payment().captured().isPositive();
        Money amount = refund ? order.payment().refundable() : order.payment().capturable();
        List<LineQuantity> lines = order.lines().stream()
                .map(line -> new LineQuantity(line.id(), line.quantity()))
                .toList();
        return new Decision.Go<>(
                new OperationState.Work(lines, amount, payment.reference(), refund, Portions.stock(order, lines)));
    }

    @Override
    public void begin(OrderDraft draft, OperationState.Request request) {
        String reason = request.note().orElseThrow();
        draft.because(reason)
                .become(OrderStatus.CANCELLING)
                .tell(header -> new OrderEvent.CancellationRequested(header, reason));
    }

    @Override
    public PaymentOutcome move(PaymentGateway gateway, FollowUpRequest request, OperationState.Work work) {
        return work.refund() ? gateway.refund(request) : gateway.cancel(request);
    }

    @Override
    public List<Write> record(PaymentAccount payment, IdempotencyKey key, OperationState.Work work) {
        return work.refund() ? payment.refund(key, work.amount()) : payment.release(key, work.amount());
    }

    @Override
    public CancelResult finish(OrderDraft draft, OperationState state) {
        OperationState.Work work = state.decided();
        String reason = state.request().note().orElseThrow();
        draft.become(OrderStatus.CANCELLED).tell(header -> new OrderEvent.OrderCancelled(header, reason));
        Money refunded =
                work.refund() ? work.amount() : Money.zero(work.amount().currency());
        return new CancelResult.Cancelled(state.request().order(), refunded);
    }

    /** An order that is half cancelled has no way back, so an operator sees to what the gateway refuses. */
    @Override
    public Optional<CancelResult> declined(OperationState state, DeclineReason reason) {
        return Optional.empty();
    }

    @Override
    public CancelResult pending(OperationState.Request request) {
        return new CancelResult.Pending(request.order());
    }
}
