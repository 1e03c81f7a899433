package dev.commercekit.order;

import dev.commercekit.Input;
import dev.commercekit.money.Money;
import dev.commercekit.payment.DeclineReason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that happened to an order, for good. The events of one order have gap-free sequence numbers from 1; their id is
 * the same however often they are delivered. Complete: there will be no further case in this major version.
 */
public sealed interface OrderEvent {

    /** Returns what all events have in common. */
    Header header();

    /** Returns the text that names this event for ever. */
    default String id() {
        return header().order().value() + "/" + header().sequence();
    }

    /** Returns the order. */
    default OrderId order() {
        return header().order();
    }

    /**
     * What all events have in common.
     *
     * @param order the order
     * @param number its name for people
     * @param sequence its place among the order's events, from 1
     * @param at when, by the storage's clock, as read before the commit
     * @param actor on whose behalf
     */
    record Header(OrderId order, OrderNumber number, long sequence, Instant at, String actor) {

        /** Checks the sequence. */
        public Header {
            Input.required(order, "orderId");
            Input.required(number, "orderNumber");
            Input.range(sequence, "sequence", 1, Long.MAX_VALUE);
            Input.required(at, "at");
            Input.identifier(actor, "actor", 64);
        }
    }

    /**
     * It was placed: its stock is held.
     *
     * @param header what all events have in common
     * @param total what it costs
     */
    record OrderPlaced(Header header, Money total) implements OrderEvent {

        /** Refuses null. */
        public OrderPlaced {
            Input.required(header, "header");
            Input.required(total, "total");
        }
    }

    /**
     * It is paid, or its money is set aside, and its stock is sold.
     *
     * @param header what all events have in common
     * @param total what it costs
     */
    record OrderConfirmed(Header header, Money total) implements OrderEvent {

        /** Refuses null. */
        public OrderConfirmed {
            Input.required(header, "header");
            Input.required(total, "total");
        }
    }

    /**
     * Its payment was definitely refused.
     *
     * @param header what all events have in common
     * @param reason why
     */
    record PaymentDeclined(Header header, DeclineReason reason) implements OrderEvent {

        /** Refuses null. */
        public PaymentDeclined {
            Input.required(header, "header");
            Input.required(reason, "reason");
        }
    }

    /**
     * Its time was over before its payment was settled.
     *
     * @param header what all events have in common
     */
    record OrderExpiring(Header header) implements OrderEvent {

        /** Refuses null. */
        public OrderExpiring {
            Input.required(header, "header");
        }
    }

    /**
     * Somebody asked to cancel it.
     *
     * @param header what all events have in common
     * @param reason why
     */
    record CancellationRequested(Header header, String reason) implements OrderEvent {

        /** Refuses null. */
        public CancellationRequested {
            Input.required(header, "header");
            Input.required(reason, "reason");
        }
    }

    /**
     * It is cancelled: nothing is held for it and no money is kept.
     *
     * @param header what all events have in common
     * @param reason why
     */
    record OrderCancelled(Header header, String reason) implements OrderEvent {

        /** Refuses null. */
        public OrderCancelled {
            Input.required(header, "header");
            Input.required(reason, "reason");
        }
    }

    /**
     * Goods were sent, and their money was taken if it was not before.
     *
     * @param header what all events have in common
     * @param lines what was sent
     * @param captured how much was taken for it now
     * @param tracking the carrier's number, if there is one
     */
    record GoodsShipped(Header header, List<LineQuantity> lines, Money captured, Optional<String> tracking)
            implements OrderEvent {

        /** Copies the lines. */
        public GoodsShipped {
            Input.required(header, "header");
            Input.required(tracking, "tracking");
            lines = Input.list(lines, "lines", Integer.MAX_VALUE);
            Input.required(captured, "captured");
        }
    }

    /**
     * Goods came back, and their money was given back.
     *
     * @param header what all events have in common
     * @param lines what came back
     * @param refunded how much was given back
     * @param restocked whether the goods can be sold again
     * @param reason why they came back, if it was said
     */
    record GoodsReturned(
            Header header, List<LineQuantity> lines, Money refunded, boolean restocked, Optional<String> reason)
            implements OrderEvent {

        /** Copies the lines. */
        public GoodsReturned {
            Input.required(header, "header");
            Input.required(reason, "reason");
            lines = Input.list(lines, "lines", Integer.MAX_VALUE);
            Input.required(refunded, "refunded");
        }
    }
}
