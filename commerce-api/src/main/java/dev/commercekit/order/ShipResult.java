package dev.commercekit.order;

import dev.commercekit.Input;
import dev.commercekit.money.Money;
import dev.commercekit.payment.DeclineReason;

/** What became of a request to send goods. Complete: there will be no further case. */
public sealed interface ShipResult {

    /**
     * The goods are on their way and their money was taken.
     *
     * @param order which order
     * @param captured how much was taken for them now; zero if it was taken before
     */
    record Shipped(OrderId order, Money captured) implements ShipResult {

        /** Refuses null. */
        public Shipped {
            Input.required(order, "orderId");
            Input.required(captured, "captured");
        }
    }

    /**
     * The money was definitely refused; nothing is sent.
     *
     * @param order which order
     * @param reason why
     */
    record CaptureDeclined(OrderId order, DeclineReason reason) implements ShipResult {

        /** Refuses null. */
        public CaptureDeclined {
            Input.required(order, "orderId");
            Input.required(reason, "reason");
        }
    }

    /**
     * It cannot be sent; nothing was changed.
     *
     * @param order which order
     * @param status where the order stands
     * @param reason why, for people
     */
    record NotShippable(OrderId order, OrderStatus status, String reason) implements ShipResult {

        /** Refuses null. */
        public NotShippable {
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
    record Pending(OrderId order) implements ShipResult {

        /** Refuses null. */
        public Pending {
            Input.required(order, "orderId");
        }
    }
}
