package dev.commercekit.pricing;

import dev.commercekit.Input;
import dev.commercekit.money.Money;

/**
 * What is added to, or taken off, the sum of the lines.
 *
 * @param kind what it is
 * @param label what the buyer reads, up to 200 characters
 * @param amount how much; negative for a discount
 */
public record Adjustment(Kind kind, String label, Money amount) {

    /** Checks the label. */
    public Adjustment {
        Input.required(kind, "kind");
        Input.text(label, "label", 200);
        Input.required(amount, "amount");
    }

    /** What an adjustment is. */
    public enum Kind {
        /** Off the price. */
        DISCOUNT,
        /** For sending the goods. */
        SHIPPING,
        /** For the state. */
        TAX,
        /** For anything else. */
        FEE
    }
}
