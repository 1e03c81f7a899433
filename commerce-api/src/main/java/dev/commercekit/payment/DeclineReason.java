package dev.commercekit.payment;

/** Why a gateway definitely refused. Complete: a gateway maps its own codes to these and passes its code along. */
public enum DeclineReason {
    /** The account has not enough money or credit. */
    INSUFFICIENT_FUNDS,
    /** The payment method has expired. */
    EXPIRED_METHOD,
    /** The gateway does not know the payment method, or it cannot be used here. */
    INVALID_METHOD,
    /** The issuer or the gateway suspects fraud. */
    SUSPECTED_FRAUD,
    /** The buyer did not do in time what was required, or gave up. */
    ACTION_NOT_COMPLETED,
    /** The amount or the operation is not allowed in the payment's state, for example a refund above what was captured. */
    NOT_ALLOWED,
    /** The issuer refused without saying why. */
    DO_NOT_HONOR
}
