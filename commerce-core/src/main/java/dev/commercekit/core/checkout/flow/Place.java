package dev.commercekit.core.checkout.flow;

import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.core.checkout.flow.CheckoutState.Placement;
import dev.commercekit.core.checkout.flow.CheckoutState.Request;
import dev.commercekit.core.inventory.HoldPlan;
import dev.commercekit.core.inventory.Holder;
import dev.commercekit.core.inventory.StockWrites;
import dev.commercekit.core.order.OrderRows;
import dev.commercekit.core.order.OrderTable;
import dev.commercekit.inventory.HoldId;
import dev.commercekit.storage.Reading;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.workflow.LocalStep;
import dev.commercekit.workflow.StepContext;
import dev.commercekit.workflow.Transition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The first step, all or nothing: claims the key and the cart, holds the stock, and makes the order. Where the key, the cart or
 * the number is taken it ends without a trace and without an answer, and the service looks again. Where stock is short, as it is
 * read here or found when the commit is refused and the step runs again, only the key is claimed, with that answer.
 */
final class Place implements LocalStep.Body<CheckoutState> {

    private final Duration holdFor;

    Place(Duration holdFor) {
        this.holdFor = holdFor;
    }

    LocalStep<CheckoutState> step() {
        return LocalStep.of("place", Place::reads, this);
    }

    private static List<RowKey> reads(CheckoutState state) {
        Request request = state.request();
        List<RowKey> keys = new ArrayList<>(StockWrites.reads(placement(state).lines()));
        keys.add(CheckoutClaims.key(request));
        keys.add(CartClaimTable.key(request.cart(), request.generation()));
        keys.add(OrderTable.Numbers.key(request.number()));
        return keys;
    }

    @Override
    public Transition<CheckoutState> apply(CheckoutState state, StepContext context) {
        Request request = state.request();
        RowKey claim = CheckoutClaims.key(request);
        RowKey cart = CartClaimTable.key(request.cart(), request.generation());
        Optional<Row> cartClaim = context.row(cart);
        if (context.row(claim).isPresent()
                || CartClaimTable.liveOrder(cartClaim).isPresent()
                || context.row(OrderTable.Numbers.key(request.number())).isPresent()) {
            return Transition.end(state);
        }
        Placement placement = placement(state);
        List<Row> stock = new ArrayList<>(placement.lines().size());
        StockWrites.reads(placement.lines()).forEach(key -> context.row(key).ifPresent(stock::add));
        HoldPlan plan = StockWrites.plan(
                HoldId.of(request.order().value()),
                placement.lines(),
                new Reading(stock, context.now()),
                holdFor,
                Holder.ORDER);
        return plan.shortages().isEmpty()
                ? place(state, claim, plan, CartClaimTable.claim(cart, cartClaim, request.order()), context)
                : outOfStock(state, plan, CartClaimTable.unclaimed(cart, cartClaim, request.order()));
    }

    private static Transition<CheckoutState> place(
            CheckoutState state, RowKey claim, HoldPlan plan, Write cartClaim, StepContext context) {
        Request request = state.request();
        Placement placement = placement(state);
        OrderRows.NewOrder order = new OrderRows.NewOrder(
                request.order(), request.number(), request.cart(), request.total(), placement.body());
        List<Write> writes = new ArrayList<>();
        writes.add(CheckoutClaims.unanswered(claim, placement.fingerprint(), request.order()));
        writes.add(cartClaim);
        writes.addAll(OrderRows.place(order, request.generation(), context.now(), plan.expiresAt(), request.actor()));
        writes.addAll(plan.writes());
        return Transition.next(state.placed()).write(writes);
    }

    private static Transition<CheckoutState> outOfStock(CheckoutState state, HoldPlan plan, Write unclaimed) {
        CheckoutResult answer = new CheckoutResult.OutOfStock(plan.shortages());
        Write claim = CheckoutClaims.answered(
                CheckoutClaims.key(state.request()), placement(state).fingerprint(), answer);
        return Transition.end(state.answered(answer)).write(claim).write(unclaimed);
    }

    private static Placement placement(CheckoutState state) {
        return state.placement().orElseThrow(() -> new IllegalStateException("the order is placed already"));
    }
}
