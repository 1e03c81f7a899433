package dev.commercekit.benchmarks.shop;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.account.Buyer;
import dev.commercekit.cart.Cart;
import dev.commercekit.catalog.Product;
import dev.commercekit.catalog.Sku;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.checkout.CheckoutResult.Confirmed;
import dev.commercekit.core.Commerce;
import dev.commercekit.core.CommerceBuilder;
import dev.commercekit.core.sandbox.SandboxCards;
import dev.commercekit.money.Money;
import dev.commercekit.payment.PaymentToken;
import dev.commercekit.pricing.Quote;
import java.util.Currency;

/** A shop with as many SKUs as wanted, of which there is plenty, and what its buyers do. */
public final class Bazaar implements AutoCloseable {

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final PaymentToken CARD = SandboxCards.approved();
    private static final long PLENTY = 1_000_000_000L;
    private static final int QUANTITY = 2;

    private final Commerce shop;
    private final int skus;

    private Bazaar(Commerce shop, int skus) {
        this.shop = shop;
        this.skus = skus;
        for (int i = 0; i < skus; i++) {
            shop.catalog().put(Product.of(sku(i), "Thing number " + i, Money.of("2.55", GBP)));
            shop.inventory().receive(sku(i), PLENTY, IdempotencyKey.of("delivery-" + i));
        }
    }

    /** Opens one in memory. */
    public static Bazaar inMemory(int skus) {
        return of(Commerce.builder(), skus);
    }

    /** Opens one that is wired as given, in which nothing was sold before. */
    public static Bazaar of(CommerceBuilder builder, int skus) {
        return new Bazaar(builder.build(), skus);
    }

    /** Opens a cart, sets one line and asks for a quote: all that comes before {@link #buy}. */
    public CheckoutRequest fill(int number) {
        Cart cart = shop.carts().open(Buyer.customer("buyer-" + number), GBP);
        shop.carts().setQuantity(cart.id(), sku(number), QUANTITY);
        Quote quote = shop.checkout().quote(cart.id());
        return CheckoutRequest.of(IdempotencyKey.of("buy-" + number), cart.id(), quote, CARD);
    }

    /** Completes a checkout, which must be confirmed. */
    public void buy(CheckoutRequest request) {
        CheckoutResult result = shop.checkout().complete(request);
        if (!(result instanceof Confirmed)) {
            throw new IllegalStateException("the checkout was not confirmed: " + result);
        }
    }

    /** Hands over all events, on this thread as well as in the background. */
    public void relay() {
        while (shop.housekeep() > 0) {
            Thread.onSpinWait();
        }
    }

    /** Checks that the stock shows what was sold. */
    public void requireSold(long orders) {
        long sold = 0;
        for (int i = 0; i < skus; i++) {
            sold += PLENTY - shop.inventory().level(sku(i)).available();
        }
        if (sold != orders * QUANTITY) {
            throw new IllegalStateException(orders + " orders were made, but " + sold + " things were sold");
        }
    }

    @Override
    public void close() {
        shop.close();
    }

    private Sku sku(int number) {
        return Sku.of("SKU-" + number % skus);
    }
}
