package dev.commercekit.core.simulation.chance;

import java.util.Locale;

/** What may go wrong or come at a bad time, with how many of a thousand occasions have it where it is switched on. */
public enum Fault {
    COMMIT_REPLY_LOST(12),
    COMMIT_CUT_AND_APPLIED_LATER(12),
    COMMIT_CUT_AND_NEVER_APPLIED(8),
    COMMIT_REPEATED(15),
    COMMIT_REPEATED_LATER(8),
    COMMIT_FAILED(12),
    BATCH_OF_WINNERS_AND_LOSERS,
    READING_TORN(40),
    READING_FAILED(4),
    STORAGE_CLOCK_BACK(15),
    NODE_CLOCK_WRONG(1000),
    CRASH_BEFORE_COMMIT(6),
    CRASH_AFTER_COMMIT(6),
    CRASH_BEFORE_CALL(25),
    CRASH_AFTER_CALL(25),
    PAUSE_PAST_LEASE_BEFORE_COMMIT(5),
    PAUSE_PAST_LEASE_IN_CALL(30),
    STALE_OUTCOME,
    REQUEST_LOST(25),
    REQUEST_LATE(25),
    REQUEST_REPEATED(25),
    REQUEST_REPEATED_LATER(15),
    REPLY_LOST(25),
    CALL_FAILED_BEFORE(15),
    CALL_FAILED_AFTER(15),
    GATEWAY_DOWN(12),
    PAYMENT_DECLINED,
    PAYMENT_WAITED_FOR_BUYER,
    CONFLICT_409_IN_FLIGHT,
    STORED_500_REPLAYED,
    KEY_FORGOTTEN_BY_GATEWAY,
    EXECUTED_AFTER_CANCEL,
    NOTIFICATION_LOST(200),
    NOTIFICATION_LATE(300),
    NOTIFICATION_REPEATED(300),
    NOTIFICATIONS_OUT_OF_ORDER,
    CART_WENT_BACK(40),
    TWO_TABS,
    REPEATED_AFTER_RESTOCK,
    HANDLER_FAILED(60),
    POISON_EVENT_PARKED(60),
    PARKED_FOR_OPERATOR,
    ORDER_CANCELLED,
    ORDER_EXPIRED,
    SHIPPED_IN_PART,
    TAKEN_BACK;

    private final int permille;

    Fault() {
        this(0);
    }

    Fault(int permille) {
        this.permille = permille;
    }

    /** Returns how many of a thousand occasions have it by chance, 0 if it comes of something else. */
    public int permille() {
        return permille;
    }

    /** Returns its name in words. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
