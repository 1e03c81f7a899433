package dev.commercekit.payment;

import dev.commercekit.Input;
import dev.commercekit.money.Money;

/** What a gateway answered to one request. Complete: there will be no further case. */
public sealed interface PaymentOutcome {

    /**
     * It is done, for good.
     *
     * @param reference the gateway's name of what was done
     * @param amount how much was authorized, captured, refunded or released
     */
    record Approved(GatewayReference reference, Money amount) implements PaymentOutcome {

        /** Refuses null. */
        public Approved {
            Input.required(reference, "reference");
            Input.required(amount, "amount");
        }
    }

    /**
     * It was refused, for good: it was not done and will not be done under this key.
     *
     * @param reason why
     * @param gatewayCode the gateway's own code, for support; 1 to 128 printable ASCII characters
     */
    record Declined(DeclineReason reason, String gatewayCode) implements PaymentOutcome {

        /** Checks the code. */
        public Declined {
            Input.required(reason, "reason");
            Input.identifier(gatewayCode, "gatewayCode", 128);
        }
    }

    /**
     * It waits for the buyer. It may become approved or declined under the same key; asking again with the same key tells.
     *
     * @param reference the gateway's name of the waiting payment, by which it can be cancelled
     * @param action what the buyer must do
     */
    record ActionRequired(GatewayReference reference, BuyerAction action) implements PaymentOutcome {

        /** Refuses null. */
        public ActionRequired {
            Input.required(reference, "reference");
            Input.required(action, "action");
        }
    }

    /**
     * Nobody knows: no answer came, or one that says nothing (a time-out, a 5xx, a conflict with a request in flight). It may
     * have been done, may be done later, or never. Only the same key may be sent again.
     *
     * @param reason what was seen, for a log, without personal data; 500 characters of it are kept, as {@link Input#excerpt} does
     */
    record Unknown(String reason) implements PaymentOutcome {

        /** Shortens the reason to what can be kept. */
        public Unknown {
            reason = Input.excerpt(reason, "reason", 500);
        }
    }

    /** Returns whether the answer is for good: approved or declined. */
    default boolean definite() {
        return this instanceof Approved || this instanceof Declined;
    }
}
