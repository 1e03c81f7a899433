package dev.commercekit.payment;

import dev.commercekit.Input;
import dev.commercekit.money.Money;

/**
 * Where the payment of an order stands. It always holds that refunded ≤ captured ≤ authorized, and that captured + released ≤
 * authorized.
 *
 * @param authorized how much was set aside or taken
 * @param captured how much of that was taken
 * @param refunded how much of that was given back
 * @param released how much of what was set aside was released again
 */
public record PaymentSummary(Money authorized, Money captured, Money refunded, Money released) {

    /** Checks the inequalities. */
    public PaymentSummary {
        Input.required(authorized, "authorized");
        Input.required(captured, "captured");
        Input.required(refunded, "refunded");
        Input.required(released, "released");
        Input.that(
                !authorized.isNegative() && !refunded.isNegative() && !released.isNegative(),
                "payment",
                "must not be negative");
        Input.that(!refunded.exceeds(captured), "refunded", "must not exceed what was captured");
        Input.that(!captured.plus(released).exceeds(authorized), "captured", "must not exceed what was authorized");
    }

    /** Returns the summary of a payment that has not begun. */
    public static PaymentSummary none(Money zero) {
        return new PaymentSummary(zero, zero, zero, zero);
    }

    /** Returns how much can still be captured. */
    public Money capturable() {
        return authorized.minus(captured).minus(released);
    }

    /** Returns how much can still be refunded. */
    public Money refundable() {
        return captured.minus(refunded);
    }

    /** Returns where the payment stands. */
    public PaymentStatus status() {
        if (!authorized.isPositive()) {
            return PaymentStatus.UNPAID;
        }
        if (refunded.isPositive()) {
            return refunded.equals(captured) ? PaymentStatus.REFUNDED : PaymentStatus.PARTIALLY_REFUNDED;
        }
        if (captured.isPositive()) {
            return capturable().isZero() ? PaymentStatus.CAPTURED : PaymentStatus.PARTIALLY_CAPTURED;
        }
        return released.isPositive() ? PaymentStatus.RELEASED : PaymentStatus.AUTHORIZED;
    }

    /** Returns the summary after an authorization. */
    public PaymentSummary authorize(Money amount) {
        return new PaymentSummary(authorized.plus(amount), captured, refunded, released);
    }

    /** Returns the summary after a capture. */
    public PaymentSummary capture(Money amount) {
        return new PaymentSummary(authorized, captured.plus(amount), refunded, released);
    }

    /** Returns the summary after a refund. */
    public PaymentSummary refund(Money amount) {
        return new PaymentSummary(authorized, captured, refunded.plus(amount), released);
    }

    /** Returns the summary after a release. */
    public PaymentSummary release(Money amount) {
        return new PaymentSummary(authorized, captured, refunded, released.plus(amount));
    }
}
