package dev.commercekit.examples.basics;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.account.Buyer;
import dev.commercekit.catalog.Product;
import dev.commercekit.catalog.Sku;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.core.Commerce;
import dev.commercekit.core.Shared;
import dev.commercekit.core.sandbox.SandboxCards;
import dev.commercekit.core.sandbox.SandboxGateway;
import dev.commercekit.money.Money;
import java.time.InstantSource;
import java.util.Currency;

/** The program of docs/payments.md, in which a test demands it word for word. */
final class NotifiedProgram {

    private NotifiedProgram() {}

    public static void main(String[] args) {
        var gateway = SandboxGateway.at(InstantSource.system());
        try (var shop = Commerce.builder().payments(Shared.of(gateway)).build()) {
            gateway.onNotification(shop.checkout()::settle);

            var lantern = Sku.of("LANTERN");
            shop.catalog().put(Product.of(lantern, "Lantern", Money.of("3.39", "GBP")));
            shop.inventory().receive(lantern, 10, IdempotencyKey.of("delivery-1"));
            var buyer = Buyer.guest("session-1");
            var cart = shop.carts().open(buyer, Currency.getInstance("GBP"));
            shop.carts().setQuantity(cart.id(), lantern, 1);
            var quote = shop.checkout().quote(cart.id());
            var key = IdempotencyKey.of("buy-1");
            var request = CheckoutRequest.of(key, cart.id(), quote, SandboxCards.requiresAction());
            System.out.println(shop.checkout().complete(request)); // Pending[..., action=Optional[...]]

            gateway.completeAction(gateway.open().get(0)); // the buyer does what the bank asks, and closes the browser
            System.out.println(shop.checkout().find(buyer, key).orElseThrow()); // Confirmed[..., total=3.39 GBP]
        }
    }
}
