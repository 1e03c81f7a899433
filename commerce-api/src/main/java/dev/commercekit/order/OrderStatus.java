package dev.commercekit.order;

import dev.commercekit.TransitionTable;

/** Where an order stands. */
public enum OrderStatus {
    /** Its stock is held and its payment is under way. */
    PLACED,
    /** Its time is over before its payment was settled; the payment is settled first, then it is cancelled. */
    EXPIRING,
    /** Somebody cancels it; its payment is settled and given back, then it is cancelled. */
    CANCELLING,
    /** It is paid, or its money is set aside, and its stock is sold. */
    CONFIRMED,
    /** Some of it was sent. */
    PARTIALLY_SHIPPED,
    /** All of it was sent. */
    SHIPPED,
    /** It will not be fulfilled; nothing is held for it and no money is kept. */
    CANCELLED;

    /** Which status may follow which. */
    public static final TransitionTable<OrderStatus> TRANSITIONS = TransitionTable.over(OrderStatus.class)
            .from(PLACED, CONFIRMED, CANCELLED, EXPIRING, CANCELLING)
            .from(EXPIRING, CANCELLED)
            .from(CANCELLING, CANCELLED)
            .from(CONFIRMED, PARTIALLY_SHIPPED, SHIPPED, CANCELLING)
            .from(PARTIALLY_SHIPPED, SHIPPED)
            .build();

    /** Returns whether goods can be sent. */
    public boolean shippable() {
        return this == CONFIRMED || this == PARTIALLY_SHIPPED;
    }

    /** Returns whether goods can come back. */
    public boolean returnable() {
        return this == PARTIALLY_SHIPPED || this == SHIPPED;
    }
}
