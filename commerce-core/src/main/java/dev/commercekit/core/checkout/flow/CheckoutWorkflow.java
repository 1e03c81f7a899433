package dev.commercekit.core.checkout.flow;

import dev.commercekit.core.cart.NewStart;
import dev.commercekit.core.payment.GatewayCalls;
import dev.commercekit.core.payment.PayingWorkflow;
import dev.commercekit.json.CommerceJson;
import dev.commercekit.json.JsonCodec;
import dev.commercekit.order.OrderId;
import dev.commercekit.payment.PaymentOutcome.Approved;
import dev.commercekit.storage.transaction.Durability;
import dev.commercekit.workflow.Workflow;
import java.time.Duration;

/**
 * From a cart to a settled order: <em>place</em> (commit 1), <em>pay</em> (the call), <em>settle</em> (commit 2). Only an order
 * that was cancelled or expired meanwhile goes on: <em>give back</em> (a call), <em>abort</em> (commit 3).
 */
public final class CheckoutWorkflow {

    /** The workflow's name, which is stored. */
    public static final String NAME = "checkout";

    /** The name of the step that asks for the money, which is part of the request's key. */
    public static final String PAY = "pay";

    private static final JsonCodec<CheckoutState> STATES = CommerceJson.codec(CheckoutState.class);

    private CheckoutWorkflow() {}

    /**
     * Returns the workflow.
     *
     * @param gateway makes the calls
     * @param holdFor how long stock is held for a payment that is not settled
     * @param timeout how long one call to the gateway may take
     * @param window for how long after its first use a key may be sent
     * @param carts lets the carts of confirmed orders start anew
     * @param confirmations how well the commit must be kept that settles a payment
     */
    public static Workflow<CheckoutState> create(
            GatewayCalls gateway,
            Duration holdFor,
            Duration timeout,
            Duration window,
            NewStart carts,
            Durability confirmations) {
        return Workflow.named(NAME, 1, STATES)
                .step(new Place(holdFor).step())
                .step(new Pay(gateway).step(timeout, window))
                .step(new Settle(carts, confirmations).step())
                .step(new GiveBack(gateway).step(timeout, window))
                .step(new Abort().step())
                .build();
    }

    /** Returns what operators must know of the workflow: a payment may be declined, but what is given back must go back. */
    public static PayingWorkflow<CheckoutState> paying(Workflow<CheckoutState> workflow) {
        return new PayingWorkflow<>(
                workflow,
                state -> state.request().order(),
                (state, step) -> step.equals(PAY)
                        ? state.request().total()
                        : ((Approved) state.outcome().orElseThrow()).amount(),
                (state, step) -> step.equals(PAY));
    }

    /** Returns the id of the checkout of an order. */
    public static String id(OrderId order) {
        return NAME + "-" + order.value();
    }
}
