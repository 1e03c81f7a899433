package dev.commercekit.pricing;

import dev.commercekit.Input;
import dev.commercekit.account.Address;
import dev.commercekit.cart.CartId;
import dev.commercekit.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a cart costs, and until when that holds. The buyer accepts it, and a checkout demands it: if the cart or a price has
 * changed since, the answer is a new quote, never a silent change. Its parts always sum to the total.
 *
 * @param cart which cart
 * @param generation the cart's generation
 * @param lines the cart's lines, priced
 * @param adjustments what is added and taken off
 * @param total what the buyer pays; never negative
 * @param shipTo where the goods go, if anywhere
 * @param expiresAt until when it can be accepted, by the storage's clock
 */
public record Quote(
        CartId cart,
        String generation,
        List<QuoteLine> lines,
        List<Adjustment> adjustments,
        Money total,
        Optional<Address> shipTo,
        Instant expiresAt) {

    /** Checks that the parts sum to the total. */
    public Quote {
        Input.required(cart, "cartId");
        Input.identifier(generation, "generation", 64);
        lines = Input.list(lines, "lines", 1_200);
        adjustments = Input.list(adjustments, "adjustments", 1_200);
        Input.that(!Input.required(total, "total").isNegative(), "total", "must not be negative");
        Input.required(shipTo, "shipTo");
        Input.required(expiresAt, "expiresAt");
        Money sum = Money.zero(total.currency());
        for (QuoteLine line : lines) {
            sum = sum.plus(line.total());
        }
        for (Adjustment adjustment : adjustments) {
            sum = sum.plus(adjustment.amount());
        }
        Input.that(sum.equals(total), "total", "must be the sum of the lines and adjustments");
    }

    /** Returns whether the buyer of this quote would get and pay the same by the other; only their expiry may differ. */
    public boolean agreesWith(Quote other) {
        return cart.equals(other.cart)
                && generation.equals(other.generation)
                && lines.equals(other.lines)
                && adjustments.equals(other.adjustments)
                && total.equals(other.total)
                && shipTo.equals(other.shipTo);
    }
}
