package dev.commercekit.core.cart;

import dev.commercekit.account.Buyer;
import dev.commercekit.cart.Cart;
import dev.commercekit.cart.CartId;
import dev.commercekit.cart.CartLine;
import dev.commercekit.json.CommerceJson;
import dev.commercekit.json.JsonCodec;
import java.util.Currency;
import java.util.List;

/**
 * A cart as a store keeps it, apart from its id.
 *
 * @param form the version of this form, 1
 * @param generation the cart's generation
 * @param buyer whose it is
 * @param currency in which it is priced
 * @param lines its lines
 */
record CartDocument(int form, String generation, Buyer buyer, Currency currency, List<CartLine> lines) {

    private static final int FORM = 1;
    private static final JsonCodec<CartDocument> CODEC = CommerceJson.codec(CartDocument.class);

    static String write(Cart cart) {
        return CODEC.write(new CartDocument(FORM, cart.generation(), cart.buyer(), cart.currency(), cart.lines()));
    }

    static Cart read(CartId id, String text) {
        CartDocument document = CODEC.read(text);
        if (document.form != FORM) {
            throw new IllegalStateException("cart " + id + " is stored in form " + document.form);
        }
        return new Cart(id, document.generation, document.buyer, document.currency, document.lines);
    }
}
