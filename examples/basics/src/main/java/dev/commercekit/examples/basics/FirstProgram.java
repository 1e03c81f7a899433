package dev.commercekit.examples.basics;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.account.Buyer;
import dev.commercekit.catalog.Product;
import dev.commercekit.catalog.Sku;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.core.Commerce;
import dev.commercekit.money.Money;
import dev.commercekit.payment.PaymentToken;
import java.util.Currency;

/** The first program that the README shows; its lines and those of the README are the same. */
public final class FirstProgram {

    private FirstProgram() {}

    /** Sells six candle holders. */
    public static void main(String[] args) {
        try (var shop = Commerce.builder().build()) { // everything in memory
            var candle = Sku.of("CANDLE");
            shop.catalog().put(Product.of(candle, "Candle holder", Money.of("2.55", "GBP")));
            shop.inventory().receive(candle, 100, IdempotencyKey.of("delivery-1"));
            var cart = shop.carts().open(Buyer.guest("session-1"), Currency.getInstance("GBP"));
            shop.carts().setQuantity(cart.id(), candle, 6);
            var quote = shop.checkout().quote(cart.id());
            var request = CheckoutRequest.of(IdempotencyKey.of("buy-1"), cart.id(), quote, PaymentToken.of("card-1"));
            System.out.println(shop.checkout().complete(request)); // Confirmed[order=..., total=15.30 GBP]
        }
    }
}
