package dev.commercekit.core.order.operation;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.core.order.OrderDraft;
import dev.commercekit.core.payment.PaymentAccount;
import dev.commercekit.inventory.StockLine;
import dev.commercekit.json.CommerceJson;
import dev.commercekit.json.JsonCodec;
import dev.commercekit.money.Money;
import dev.commercekit.order.LineQuantity;
import dev.commercekit.order.Order;
import dev.commercekit.order.OrderEvent;
import dev.commercekit.order.OrderLine;
import dev.commercekit.order.ReturnResult;
import dev.commercekit.payment.DeclineReason;
import dev.commercekit.payment.FollowUpRequest;
import dev.commercekit.payment.PaymentGateway;
import dev.commercekit.payment.PaymentOutcome;
import dev.commercekit.storage.Write;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Takes goods back and gives money back in proportion to each line's total, never more than is left of what was taken. */
final class TakeBack implements Operation<ReturnResult> {

    private static final JsonCodec<ReturnResult> ANSWERS = CommerceJson.codec(ReturnResult.class);

    @Override
    public String name() {
        return "return";
    }

    @Override
    public JsonCodec<ReturnResult> answers() {
        return ANSWERS;
    }

    @Override
    public Decision<ReturnResult> decide(Order order, PaymentAccount payment, OperationState.Request request) {
        List<LineQuantity> lines = request.lines();
        if (!order.status().returnable()) {
            return refuse(order, "nothing of the order was sent");
        }
        if (Portions.of(order, lines).entrySet().stream()
                .anyMatch(entry -> tooMany(entry.getKey(), entry.getValue()))) {
            return refuse(order, "more than was sent and not taken back");
        }
        Money amount = Portions.least(
                Portions.worth(order, lines, OrderLine::returned),
                order.payment().refundable());
        List<StockLine> stock = request.restock() ? Portions.stock(order, lines) : List.of();
        return new Decision.Go<>(new OperationState.Work(lines, amount, payment.reference(), true, stock));
    }

    @Override
    public PaymentOutcome move(PaymentGateway gateway, FollowUpRequest request, OperationState.Work work) {
        return gateway.refund(request);
    }

    @Override
    public List<Write> record(PaymentAccount payment, IdempotencyKey key, OperationState.Work work) {
        return payment.refund(key, work.amount());
    }

    @Override
    public ReturnResult finish(OrderDraft draft, OperationState state) {
        OperationState.Request request = state.request();
        OperationState.Work work = state.decided();
        Map<String, Long> back = work.lines().stream()
                .collect(Collectors.toMap(line -> line.line().value(), LineQuantity::quantity));
        draft.eachLine(line -> line.takeBack(back.getOrDefault(line.id().value(), 0L)))
                .tell(header -> new OrderEvent.GoodsReturned(
                        header, work.lines(), work.amount(), request.restock(), request.note()));
        return new ReturnResult.Returned(request.order(), work.amount());
    }

    @Override
    public Optional<ReturnResult> declined(OperationState state, DeclineReason reason) {
        return Optional.of(new ReturnResult.RefundDeclined(state.request().order(), reason));
    }

    @Override
    public ReturnResult pending(OperationState.Request request) {
        return new ReturnResult.Pending(request.order());
    }

    private static boolean tooMany(LineQuantity quantity, OrderLine line) {
        return quantity.quantity() > line.shipped() - line.returned();
    }

    private static Decision<ReturnResult> refuse(Order order, String reason) {
        return new Decision.Refuse<>(new ReturnResult.NotReturnable(order.id(), order.status(), reason));
    }
}
