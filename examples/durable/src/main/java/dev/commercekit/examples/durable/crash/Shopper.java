package dev.commercekit.examples.durable.crash;

import dev.commercekit.CommerceException;
import dev.commercekit.IdempotencyKey;
import dev.commercekit.account.Buyer;
import dev.commercekit.cart.CartId;
import dev.commercekit.catalog.Sku;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.core.Commerce;
import dev.commercekit.core.sandbox.SandboxCards;
import dev.commercekit.order.OrderId;
import dev.commercekit.order.ShipRequest;
import dev.commercekit.payment.CaptureMode;
import dev.commercekit.payment.DeclineReason;
import dev.commercekit.payment.PaymentToken;
import java.util.Random;
import java.util.function.BooleanSupplier;

/** Buys again and again, some of it is shipped or cancelled at once, and tells what it begins and which answers it got. */
final class Shopper {

    private final Commerce shop;
    private final Testimony told;
    private final Random random;

    Shopper(Commerce shop, Testimony told, long seed) {
        this.shop = shop;
        this.told = told;
        this.random = new Random(seed);
    }

    void shop(String name, BooleanSupplier open) {
        for (int i = 0; open.getAsBoolean(); i++) {
            try {
                buy(name + "-" + i);
            } catch (CommerceException broken) {
                // the buyer goes away; what came of it is judged in the end
            }
        }
    }

    private void buy(String name) {
        CartId cart = shop.carts()
                .open(CartId.of(name), Buyer.guest(name), ShopOpening.EUR)
                .id();
        for (int lines = 1 + random.nextInt(2); lines > 0; lines--) {
            shop.carts().setQuantity(cart, wanted(), 1 + random.nextInt(3));
        }
        CheckoutRequest request = CheckoutRequest.of(
                IdempotencyKey.of(name), cart, shop.checkout().quote(cart), card());
        if (random.nextInt(4) == 0) {
            request = request.capture(CaptureMode.AT_CHECKOUT);
        }
        told.begins(name);
        CheckoutResult result = shop.checkout().complete(request);
        told.answered(name, result);
        if (result instanceof CheckoutResult.Confirmed confirmed) {
            afterwards(name, confirmed.order());
        }
    }

    private void afterwards(String name, OrderId order) {
        switch (random.nextInt(4)) {
            case 0 -> shop.orders().ship(ShipRequest.all(IdempotencyKey.of("ship-" + name), order));
            case 1 -> shop.orders().cancel(order, "second thoughts", IdempotencyKey.of("not-" + name));
            default -> {
                // it waits for its parcel
            }
        }
    }

    private Sku wanted() {
        int at = random.nextInt(10);
        return ShopOpening.SKUS.get(at < 5 ? 0 : at - 5);
    }

    private PaymentToken card() {
        return switch (random.nextInt(10)) {
            case 0 -> SandboxCards.declined(DeclineReason.INSUFFICIENT_FUNDS);
            case 1 -> SandboxCards.losesReply(1);
            case 2 -> SandboxCards.losesRequest(1);
            default -> SandboxCards.approved();
        };
    }
}
