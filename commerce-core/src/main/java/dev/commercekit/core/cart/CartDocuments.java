package dev.commercekit.core.cart;

import dev.commercekit.cart.Cart;
import dev.commercekit.cart.CartId;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Writes and reads the stored form of carts. It remembers what a few texts read as, and nothing else: every look-up still asks
 * the store, so nothing that it returns can be stale. A cart is read again for each step of a purchase. Thread-safe.
 */
public final class CartDocuments {

    private static final int PLACES = 1_024;
    private static final int MOST_LINES = 50;

    private final AtomicReferenceArray<Known> known = new AtomicReferenceArray<>(PLACES);

    String write(Cart cart) {
        String text = CartDocument.write(cart);
        remember(text, cart);
        return text;
    }

    Cart read(CartId id, String text) {
        Known last = known.get(place(id));
        if (last != null && last.cart.id().equals(id) && last.text.equals(text)) {
            return last.cart;
        }
        Cart cart = CartDocument.read(id, text);
        remember(text, cart);
        return cart;
    }

    private void remember(String text, Cart cart) {
        if (cart.lines().size() <= MOST_LINES) {
            known.set(place(cart.id()), new Known(text, cart));
        }
    }

    private static int place(CartId id) {
        int hash = id.hashCode() * 0x9E3779B9;
        return hash >>> 22;
    }

    private record Known(String text, Cart cart) {}
}
