package dev.commercekit.core.assembly;

import dev.commercekit.core.cart.NewStart;
import dev.commercekit.core.checkout.StrayMoney;
import dev.commercekit.core.checkout.flow.CheckoutState;
import dev.commercekit.core.checkout.flow.CheckoutWorkflow;
import dev.commercekit.core.order.operation.OrderCommands;
import dev.commercekit.core.payment.GatewayCalls;
import dev.commercekit.core.payment.PayingWorkflow;
import dev.commercekit.payment.PaymentGateway;
import dev.commercekit.storage.transaction.Durability;
import dev.commercekit.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The workflows of a shop, defined once.
 *
 * @param commands those that move the money of orders
 * @param checkout the checkout
 * @param stray gives back money that the gateway took for an order that had ended
 */
public record Flows(OrderCommands commands, Workflow<CheckoutState> checkout, Workflow<StrayMoney.Stray> stray) {

    /**
     * Defines them.
     *
     * @param gateway is called by them
     * @param holdFor how long stock is held for a payment that is not settled
     * @param timeout how long one call may take
     * @param window for how long after its first use a key may be sent
     * @param carts lets the carts of confirmed orders start anew
     * @param confirmations how well the commit must be kept that settles the payment of a checkout
     */
    public static Flows over(
            PaymentGateway gateway,
            Duration holdFor,
            Duration timeout,
            Duration window,
            NewStart carts,
            Durability confirmations) {
        GatewayCalls calls = new GatewayCalls(gateway);
        return new Flows(
                new OrderCommands(calls, timeout, window),
                CheckoutWorkflow.create(calls, holdFor, timeout, window, carts, confirmations),
                StrayMoney.workflow(calls, timeout, window));
    }

    /** Returns all of them, for the engine. */
    public List<Workflow<?>> all() {
        List<Workflow<?>> all = new ArrayList<>(commands.workflows());
        all.add(checkout);
        all.add(stray);
        return all;
    }

    /** Returns what operators must know of them. */
    public List<PayingWorkflow<?>> paying() {
        List<PayingWorkflow<?>> paying = new ArrayList<>(commands.paying());
        paying.add(CheckoutWorkflow.paying(checkout));
        paying.add(StrayMoney.paying(stray));
        return paying;
    }
}
