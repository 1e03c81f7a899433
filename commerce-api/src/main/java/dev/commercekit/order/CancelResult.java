package dev.commercekit.order;

import dev.commercekit.Input;
import dev.commercekit.money.Money;

/** What became of a request to cancel an order. Complete: there will be no further case. */
public sealed interface CancelResult {

    /**
     * It is cancelled.
     *
     * @param order which order
     * @param refunded how much that had been taken was given back
     */
    record Cancelled(OrderId order, Money refunded) implements CancelResult {

        /** Refuses null. */
        public Cancelled {
            Input.required(order, "orderId");
            Input.required(refunded, "refunded");
        }
    }

    /**
     * It can no longer be cancelled; nothing was changed. Goods that were sent can be taken back instead.
     *
     * @param order which order
     * @param status where the order stands
     */
    record NotCancellable(OrderId order, OrderStatus status) implements CancelResult {

        /** Refuses null. */
        public NotCancellable {
            Input.required(order, "orderId");
            Input.required(status, "status");
        }
    }

    /**
     * It will be cancelled as soon as the gateway has given a definite answer. The same key asks again.
     *
     * @param order which order
     */
    record Pending(OrderId order) implements CancelResult {

        /** Refuses null. */
        public Pending {
            Input.required(order, "orderId");
        }
    }
}
