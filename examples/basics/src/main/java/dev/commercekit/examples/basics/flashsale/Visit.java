package dev.commercekit.examples.basics.flashsale;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.account.Buyer;
import dev.commercekit.account.CustomerId;
import dev.commercekit.cart.CartId;

/**
 * One time that a buyer tries to buy. Who comes again has another intention, and so another key; the cart is the same.
 *
 * @param buyer the number of the buyer
 * @param time 0 for the first time
 */
record Visit(int buyer, int time) {

    Buyer who() {
        return new Buyer.Customer(customer());
    }

    CustomerId customer() {
        return CustomerId.of("buyer-" + buyer);
    }

    CartId cart() {
        return CartId.of("cart-" + buyer);
    }

    IdempotencyKey key() {
        return IdempotencyKey.of("buy-" + buyer + "/" + time);
    }
}
