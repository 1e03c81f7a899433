package dev.commercekit.reliability.database;

import dev.commercekit.CommerceException;
import dev.commercekit.IdempotencyKey;
import dev.commercekit.account.Buyer;
import dev.commercekit.cart.CartId;
import dev.commercekit.catalog.Sku;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.core.Commerce;
import dev.commercekit.core.sandbox.SandboxCards;
import dev.commercekit.examples.durable.crash.ShopOpening;
import java.util.Currency;
import java.util.function.Supplier;

/** Asks again, with the same key, until there is an answer. */
final class PersistentBuyer {

    private static final Currency EUR = Currency.getInstance("EUR");

    private final Commerce shop;
    private final String name;

    PersistentBuyer(Commerce shop, String name) {
        this.shop = shop;
        this.name = name;
    }

    /** Buys one of the goods, and returns with what request, and the answer. */
    Bought buy(int which) {
        Sku sku = ShopOpening.SKUS.get(which % ShopOpening.SKUS.size());
        CartId cart = CartId.of(name);
        CheckoutRequest request = answered(() -> {
            shop.carts().open(cart, Buyer.guest(name), EUR);
            shop.carts().setQuantity(cart, sku, 1);
            return CheckoutRequest.of(
                    IdempotencyKey.of(name), cart, shop.checkout().quote(cart), SandboxCards.approved());
        });
        CheckoutResult answer;
        do {
            answer = answered(() -> shop.checkout().complete(request));
        } while (answer instanceof CheckoutResult.Pending);
        return new Bought(request, answer);
    }

    private static <T> T answered(Supplier<T> question) {
        while (true) {
            try {
                return question.get();
            } catch (CommerceException broken) {
                Thread.onSpinWait();
            }
        }
    }

    /**
     * What was asked for and answered.
     *
     * @param request the request
     * @param answer the answer
     */
    record Bought(CheckoutRequest request, CheckoutResult answer) {}
}
