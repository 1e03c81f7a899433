package dev.commercekit.cart;

import dev.commercekit.Input;
import dev.commercekit.account.Buyer;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * A cart as it stands.
 *
 * @param id its name
 * @param generation a random text that is new whenever the cart starts anew; one generation becomes at most one live order
 * @param buyer whose it is
 * @param currency in which it is priced
 * @param lines its lines, in the order in which they came, at most {@value #MAX_LINES}
 */
public record Cart(CartId id, String generation, Buyer buyer, Currency currency, List<CartLine> lines) {

    /** The most lines in one cart. */
    public static final int MAX_LINES = 1_200;

    /** Checks the number of lines. */
    public Cart {
        Input.required(id, "cartId");
        Input.identifier(generation, "generation", 64);
        Input.required(buyer, "buyer");
        Input.required(currency, "currency");
        lines = Input.list(lines, "lines", MAX_LINES);
    }

    /** Returns the line with the given id. */
    public Optional<CartLine> line(LineId lineId) {
        for (CartLine line : lines) {
            if (line.id().equals(lineId)) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }
}
