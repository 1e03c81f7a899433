package dev.commercekit.core.order.operation;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.core.order.OrderDraft;
import dev.commercekit.core.payment.PaymentAccount;
import dev.commercekit.json.CommerceJson;
import dev.commercekit.json.JsonCodec;
import dev.commercekit.money.Money;
import dev.commercekit.order.LineQuantity;
import dev.commercekit.order.Order;
import dev.commercekit.order.OrderEvent;
import dev.commercekit.order.OrderLine;
import dev.commercekit.order.OrderStatus;
import dev.commercekit.order.ShipResult;
import dev.commercekit.payment.DeclineReason;
import dev.commercekit.payment.FollowUpRequest;
import dev.commercekit.payment.PaymentGateway;
import dev.commercekit.payment.PaymentOutcome;
import dev.commercekit.storage.Write;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Sends goods and takes their money: the last shipment takes all that is left, so that adjustments are taken with it. */
final class Ship implements Operation<ShipResult> {

    private static final JsonCodec<ShipResult> ANSWERS = CommerceJson.codec(ShipResult.class);

    @Override
    public String name() {
        return "ship";
    }

    @Override
    public JsonCodec<ShipResult> answers() {
        return ANSWERS;
    }

    @Override
    public Decision<ShipResult> decide(Order order, PaymentAccount payment, OperationState.Request request) {
        if (!order.status().shippable()) {
            return refuse(order, "the order is not in a state in which goods can be sent");
        }
        List<LineQuantity> lines = request.lines().isEmpty() ? unsent(order) : request.lines();
        if (Portions.of(order, lines).entrySet().stream()
                .anyMatch(entry -> tooMany(entry.getKey(), entry.getValue()))) {
            return refuse(order, "more than was not sent yet");
        }
        boolean last = lines.stream().mapToLong(LineQuantity::quantity).sum()
                == order.lines().stream().mapToLong(Ship::left).sum();
        Money capturable = order.payment().capturable();
        Money amount = last ? capturable : Portions.least(Portions.worth(order, lines, OrderLine::shipped), capturable);
        return new Decision.Go<>(new OperationState.Work(lines, amount, payment.reference(), false, List.of()));
    }

    @Override
    public PaymentOutcome move(PaymentGateway gateway, FollowUpRequest request, OperationState.Work work) {
        return gateway.capture(request);
    }

    @Override
    public List<Write> record(PaymentAccount payment, IdempotencyKey key, OperationState.Work work) {
        return payment.capture(key, work.amount());
    }

    @Override
    public ShipResult finish(OrderDraft draft, OperationState state) {
        OperationState.Work work = state.decided();
        Map<String, Long> sent = work.lines().stream()
                .collect(Collectors.toMap(line -> line.line().value(), LineQuantity::quantity));
        draft.eachLine(line -> line.ship(sent.getOrDefault(line.id().value(), 0L)));
        boolean all = draft.body().lines().stream().allMatch(line -> left(line) == 0);
        draft.become(all ? OrderStatus.SHIPPED : OrderStatus.PARTIALLY_SHIPPED)
                .tell(header -> new OrderEvent.GoodsShipped(
                        header, work.lines(), work.amount(), state.request().note()));
        return new ShipResult.Shipped(state.request().order(), work.amount());
    }

    @Override
    public Optional<ShipResult> declined(OperationState state, DeclineReason reason) {
        return Optional.of(new ShipResult.CaptureDeclined(state.request().order(), reason));
    }

    @Override
    public ShipResult pending(OperationState.Request request) {
        return new ShipResult.Pending(request.order());
    }

    private static List<LineQuantity> unsent(Order order) {
        return order.lines().stream()
                .filter(line -> left(line) > 0)
                .map(line -> new LineQuantity(line.id(), left(line)))
                .toList();
    }

    private static boolean tooMany(LineQuantity quantity, OrderLine line) {
        return quantity.quantity() > left(line);
    }

    private static long left(OrderLine line) {
        return line.quantity() - line.shipped();
    }

    private static Decision<ShipResult> refuse(Order order, String reason) {
        return new Decision.Refuse<>(new ShipResult.NotShippable(order.id(), order.status(), reason));
    }
}
