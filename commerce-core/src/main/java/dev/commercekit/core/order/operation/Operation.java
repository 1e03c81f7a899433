package dev.commercekit.core.order.operation;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.core.order.OrderDraft;
import dev.commercekit.core.payment.PaymentAccount;
import dev.commercekit.json.JsonCodec;
import dev.commercekit.order.Order;
import dev.commercekit.payment.DeclineReason;
import dev.commercekit.payment.FollowUpRequest;
import dev.commercekit.payment.PaymentGateway;
import dev.commercekit.payment.PaymentOutcome;
import dev.commercekit.storage.Write;
import java.util.List;
import java.util.Optional;

/**
 * What is particular to one kind of operation; the workflow around it is the same for all: decide and claim (commit 1), move
 * the money (the call), record (commit 2).
 *
 * @param <R> the type of the answers
 */
interface Operation<R> {

    /** Returns the name, which is stored, and begins the ids of its workflows. */
    String name();

    /** Returns the stored form of the answers. */
    JsonCodec<R> answers();

    /** Decides by the order as it stands; pure. What it throws changes nothing. */
    Decision<R> decide(Order order, PaymentAccount payment, OperationState.Request request);

    /** Changes the order as soon as it is decided; nothing by default. */
    default void begin(OrderDraft draft, OperationState.Request request) {}

    /** Sends the request that moves the money. */
    PaymentOutcome move(PaymentGateway gateway, FollowUpRequest request, OperationState.Work work);

    /** Returns the writes that record that the money moved. */
    List<Write> record(PaymentAccount payment, IdempotencyKey key, OperationState.Work work);

    /** Changes the order once the money moved, and returns the answer. */
    R finish(OrderDraft draft, OperationState state);

    /** Returns the answer where the gateway definitely refused, or nothing if an operator must see to it. */
    Optional<R> declined(OperationState state, DeclineReason reason);

    /** Returns the answer while nothing is definite. */
    R pending(OperationState.Request request);

    /**
     * What was decided.
     *
     * @param <R> the type of the answers
     */
    sealed interface Decision<R> {

        /**
         * It cannot be done; that is the answer for the key.
         *
         * @param answer the answer
         * @param <R> the type of the answers
         */
        record Refuse<R>(R answer) implements Decision<R> {}

        /**
         * It is to be done.
         *
         * @param work what
         * @param <R> the type of the answers
         */
        record Go<R>(OperationState.Work work) implements Decision<R> {}

        /**
         * The order is not in a state that this operation is for; the caller looks again.
         *
         * @param <R> the type of the answers
         */
        record Elsewhere<R>() implements Decision<R> {}
    }
}
