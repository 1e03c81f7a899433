package dev.commercekit.core.cart;

import dev.commercekit.Input;
import dev.commercekit.InvalidInputException;
import dev.commercekit.cart.Cart;
import dev.commercekit.cart.CartLine;
import dev.commercekit.cart.LineId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What commands make of a cart, as pure functions; they run again on the cart that stands there when somebody was faster. */
final class CartChanges {

    private CartChanges() {}

    /** Puts the lines, each in the place of the one with its id or else at the end. */
    static Cart with(Cart cart, Collection<CartLine> lines) {
        Map<LineId, CartLine> merged = byId(cart.lines());
        for (CartLine line : lines) {
            refuseOtherCurrency(cart, line);
            merged.put(line.id(), line);
        }
        Input.that(merged.size() <= Cart.MAX_LINES, "lines", "must be at most " + Cart.MAX_LINES + " in a cart");
        return having(cart, List.copyOf(merged.values()));
    }

    static Cart without(Cart cart, LineId id) {
        Map<LineId, CartLine> left = byId(cart.lines());
        return left.remove(id) == null ? cart : having(cart, List.copyOf(left.values()));
    }

    /** Empties the cart, which starts anew. */
    static Cart anew(Cart cart, String generation) {
        return new Cart(cart.id(), generation, cart.buyer(), cart.currency(), List.of());
    }

    private static Cart having(Cart cart, List<CartLine> lines) {
        return new Cart(cart.id(), cart.generation(), cart.buyer(), cart.currency(), lines);
    }

    private static Map<LineId, CartLine> byId(List<CartLine> lines) {
        Map<LineId, CartLine> map = new LinkedHashMap<>();
        lines.forEach(line -> map.put(line.id(), line));
        return map;
    }

    private static void refuseOtherCurrency(Cart cart, CartLine line) {
        line.agreedPrice()
                .filter(price -> !price.currency().equals(cart.currency()))
                .ifPresent(price -> {
                    throw new InvalidInputException(
                            "agreedPrice", "must be in the cart's currency, " + cart.currency());
                });
    }
}
