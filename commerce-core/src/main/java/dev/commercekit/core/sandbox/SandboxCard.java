package dev.commercekit.core.sandbox;

import dev.commercekit.Input;
import dev.commercekit.payment.PaymentToken;

/**
 * A payment method of the sandbox: what happens to each operation on it. Its whole script is in its token's text, so that a
 * token that was stored or sent elsewhere still behaves the same.
 *
 * @param authorize what happens to authorizations
 * @param capture what happens to captures
 * @param refund what happens to refunds
 * @param cancel what happens to cancels
 */
public record SandboxCard(SandboxScript authorize, SandboxScript capture, SandboxScript refund, SandboxScript cancel) {

    static final SandboxCard PLAIN = of(SandboxScript.PLAIN);

    /** Refuses a required action on anything but an authorization. */
    public SandboxCard {
        Input.required(authorize, "authorize");
        for (SandboxScript script : new SandboxScript[] {capture, refund, cancel}) {
            Input.that(
                    !Input.required(script, "script").has(ScriptWord.ACTION),
                    "script",
                    "only an authorization can wait for its buyer");
        }
    }

    /** Returns the card whose authorizations follow the given script; everything else is approved. */
    public static SandboxCard of(SandboxScript authorize) {
        return new SandboxCard(authorize, SandboxScript.PLAIN, SandboxScript.PLAIN, SandboxScript.PLAIN);
    }

    /** Returns the card with another script for captures. */
    public SandboxCard onCapture(SandboxScript script) {
        return new SandboxCard(authorize, script, refund, cancel);
    }

    /** Returns the card with another script for refunds. */
    public SandboxCard onRefund(SandboxScript script) {
        return new SandboxCard(authorize, capture, script, cancel);
    }

    /** Returns the card with another script for cancels. */
    public SandboxCard onCancel(SandboxScript script) {
        return new SandboxCard(authorize, capture, refund, script);
    }

    /** Returns the token that stands for this card, such as {@code tok_lose-reply_2.refund:decline_do_not_honor}. */
    public PaymentToken token() {
        return PaymentToken.of(CardText.write(this));
    }

    SandboxScript script(SandboxOperation operation) {
        return switch (operation) {
            case AUTHORIZE -> authorize;
            case CAPTURE -> capture;
            case REFUND -> refund;
            case CANCEL -> cancel;
            case FIND -> SandboxScript.PLAIN;
        };
    }
}
