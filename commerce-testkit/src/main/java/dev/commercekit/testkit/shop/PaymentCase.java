package dev.commercekit.testkit.shop;

/** What a payment method does. A reply that is lost is lost once: the same key, sent again, tells what was done. */
public enum PaymentCase {
    /** Everything is approved. */
    APPROVED,
    /** The authorization is definitely refused. */
    DECLINED,
    /** The authorization waits for the buyer, for as long as it takes, and is approved then. */
    ACTION_REQUIRED,
    /** The money is set aside, but the first reply is lost. */
    REPLY_LOST,
    /** The gateway cannot be reached for three hours; then everything is approved. */
    UNREACHABLE,
    /** The money is set aside, but can never be taken. */
    CAPTURE_DECLINED,
    /** The money is taken, but the first reply is lost. */
    CAPTURE_REPLY_LOST,
    /** The money is taken, and can never be given back. */
    REFUND_DECLINED,
    /** The money is given back, but the first reply is lost. */
    REFUND_REPLY_LOST,
    /** What was set aside is released, but the first reply is lost. */
    RELEASE_REPLY_LOST
}
