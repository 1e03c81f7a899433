package dev.commercekit.core.sandbox;

import dev.commercekit.payment.DeclineReason;
import dev.commercekit.payment.PaymentToken;
import java.time.Duration;

/**
 * The tokens that are asked for most; {@link SandboxCard} makes others. All begin with {@code tok_}: a token that does not is
 * approved, and one that does, but is no script, is declined as {@link DeclineReason#INVALID_METHOD}, so that a slip of the pen
 * is noticed.
 */
public final class SandboxCards {

    private SandboxCards() {}

    /** Approves everything. */
    public static PaymentToken approved() {
        return card(SandboxScript.approves());
    }

    /** Declines every authorization. */
    public static PaymentToken declined(DeclineReason reason) {
        return card(SandboxScript.declines(reason));
    }

    /** Waits for the buyer: {@link SandboxGateway#completeAction} or {@link SandboxGateway#failAction}. */
    public static PaymentToken requiresAction() {
        return card(SandboxScript.approves().afterAction());
    }

    /** Waits for the buyer, and declines when the given time has passed. */
    public static PaymentToken requiresAction(Duration expiresAfter) {
        return card(SandboxScript.approves().afterAction(expiresAfter));
    }

    /** Authorizes, but answers unknown the first so many times. */
    public static PaymentToken losesReply(int times) {
        return card(SandboxScript.approves().losingReply(times));
    }

    /** Authorizes, but throws the first so many times. */
    public static PaymentToken throwsAfterwards(int times) {
        return card(SandboxScript.approves().losingReply(times).throwing());
    }

    /** Answers unknown the first so many times, and does nothing. */
    public static PaymentToken losesRequest(int times) {
        return card(SandboxScript.approves().losingRequest(times));
    }

    /** Authorizes only when released: {@link SandboxGateway#release}. */
    public static PaymentToken late() {
        return card(SandboxScript.approves().late());
    }

    /** Authorizes only when the given time has passed, or when released. */
    public static PaymentToken late(Duration after) {
        return card(SandboxScript.approves().late(after));
    }

    /** Waits for the buyer, accepts a cancel, and authorizes nonetheless once the buyer completes or it is released. */
    public static PaymentToken executesAfterCancel() {
        return card(SandboxScript.approves().afterAction().ignoringCancel());
    }

    /** Authorizes, and answers unknown for ever. */
    public static PaymentToken serverErrorAfterwards() {
        return card(SandboxScript.approves().answeringServerError());
    }

    /** Authorizes nothing, and answers unknown for ever. */
    public static PaymentToken serverErrorInstead() {
        return card(SandboxScript.declines(DeclineReason.DO_NOT_HONOR).answeringServerError());
    }

    /** Is unreachable for the given time, counted for each key from its first use. */
    public static PaymentToken downFor(Duration time) {
        return card(SandboxScript.approves().downFor(time));
    }

    /** Forgets a key after the given time, and then authorizes again under it. */
    public static PaymentToken forgetsAfter(Duration time) {
        return card(SandboxScript.approves().forgettingAfter(time));
    }

    /** Authorizes, and declines every capture. */
    public static PaymentToken declinesCaptures(DeclineReason reason) {
        return SandboxCard.PLAIN.onCapture(SandboxScript.declines(reason)).token();
    }

    /** Authorizes and captures, and declines every refund. */
    public static PaymentToken declinesRefunds(DeclineReason reason) {
        return SandboxCard.PLAIN.onRefund(SandboxScript.declines(reason)).token();
    }

    private static PaymentToken card(SandboxScript authorize) {
        return SandboxCard.of(authorize).token();
    }
}
