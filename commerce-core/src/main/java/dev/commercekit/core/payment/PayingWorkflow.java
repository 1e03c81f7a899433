package dev.commercekit.core.payment;

import dev.commercekit.money.Money;
import dev.commercekit.order.OrderId;
import dev.commercekit.workflow.Workflow;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * A workflow that makes requests to the gateway, and what must be known of it by whoever states an outcome by hand.
 *
 * @param workflow the workflow
 * @param order returns whose order it moves money of
 * @param amount returns how much is asked for at a step that makes a request
 * @param declinable whether the workflow can go on from a decline at a step
 * @param <S> its state
 */
public record PayingWorkflow<S>(
        Workflow<S> workflow,
        Function<S, OrderId> order,
        BiFunction<S, String, Money> amount,
        BiPredicate<S, String> declinable) {}
