package dev.commercekit.order;

import dev.commercekit.Input;
import dev.commercekit.money.Money;
import dev.commercekit.payment.DeclineReason;

/** What became of a request to take goods back. Complete: there will be no further case. */
public sealed interface ReturnResult {

    /**
     * The goods are back and their money was given back.
     *
     * @param order which order
     * @param refunded how much was given back; zero for goods that cost nothing
     */
    record Returned(OrderId order, Money refunded) implements ReturnResult {

        /** Refuses null. */
        public Returned {
            Input.required(order, "orderId");
            Input.required(refunded, "refunded");
        }
    }

    /**
     * The gateway definitely refused to give the money back; nothing was changed.
     *
     * @param order which order
     * @param reason why
     */
    record RefundDeclined(OrderId order, DeclineReason reason) implements ReturnResult {

        /** Refuses null. */
        public RefundDeclined {
            Input.required(order, "orderId");
            Input.required(reason, "reason");
        }
    }

    /**
     * It cannot be taken back; nothing was changed.
     *
     * @param order which order
     * @param status where the order stands
     * @param reason why, for people
     */
    record NotReturnable(OrderId order, OrderStatus status, String reason) implements ReturnResult {

        /** Refuses null. */
        public NotReturnable {
            Input.required(order, "orderId");
            Input.required(status, "status");
            Input.required(reason, "reason");
        }
    }

    /**
     * The gateway has not given a definite answer yet. It is settled in the background; the same key asks again.
     *
     * @param order which order
     */
    record Pending(OrderId order) implements ReturnResult {

        /** Refuses null. */
        public Pending {
            Input.required(order, "orderId");
        }
    }
}
