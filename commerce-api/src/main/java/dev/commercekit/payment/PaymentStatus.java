package dev.commercekit.payment;

import dev.commercekit.TransitionTable;

/** Where the payment of an order stands, as its amounts say. */
public enum PaymentStatus {
    /** Nothing was approved yet, or nothing is to be paid. */
    UNPAID,
    /** Money is set aside. */
    AUTHORIZED,
    /** Some of what was set aside was taken. */
    PARTIALLY_CAPTURED,
    /** All that was set aside was taken, or released. */
    CAPTURED,
    /** Some of what was taken was given back. */
    PARTIALLY_REFUNDED,
    /** All that was taken was given back. */
    REFUNDED,
    /** What was set aside was released, and nothing was taken. */
    RELEASED;

    /** Which status may follow which; a part may follow a part, and more may be taken after something was given back. */
    public static final TransitionTable<PaymentStatus> TRANSITIONS = TransitionTable.over(PaymentStatus.class)
            .from(UNPAID, AUTHORIZED)
            .from(AUTHORIZED, PARTIALLY_CAPTURED, CAPTURED, RELEASED)
            .from(PARTIALLY_CAPTURED, PARTIALLY_CAPTURED, CAPTURED, PARTIALLY_REFUNDED, REFUNDED)
            .from(CAPTURED, PARTIALLY_REFUNDED, REFUNDED)
            .from(PARTIALLY_REFUNDED, PARTIALLY_REFUNDED, REFUNDED)
            .from(REFUNDED, PARTIALLY_REFUNDED)
            .build();
}
