package dev.commercekit.core.shop;

import static dev.commercekit.core.shop.TestShop.GBP;
import static dev.commercekit.core.shop.TestShop.HOLDER;
import static dev.commercekit.core.shop.TestShop.key;
import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.cart.CartId;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.core.sandbox.SandboxCards;
import dev.commercekit.money.Money;
import dev.commercekit.order.LineQuantity;
import dev.commercekit.order.OrderId;
import dev.commercekit.order.ShipRequest;
import dev.commercekit.order.ShipResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is decided by rows of different moments is decided again. */
class TornReadingsTest {

    private final TornStorage[] storage = new TornStorage[1];
    private final TestShop shop = new TestShop(real -> storage[0] = new TornStorage(real), builder -> builder);

    @BeforeEach
    void stock() {
        shop.receive(HOLDER, 10);
    }

    @AfterEach
    void everythingHoldsAtTheEnd() {
        assertThat(shop.oracle().settled()).isEmpty();
        shop.close();
    }

    @Test
    void aShipmentTakesWhatAnotherLeftThatCameBetweenThePaymentAndTheOrder() {
        OrderId order = shop.order("k1", HOLDER, 6, SandboxCards.approved());
        storage[0].tearOnce("payment", "idempotency_key", () -> ship("first", order, 4));

        assertThat(ship("second", order, 2)).isEqualTo(new ShipResult.Shipped(order, Money.of("5.10", GBP)));

        assertThat(storage[0].torn()).isTrue();
        assertThat(shop.commerce.orders().find(order).orElseThrow().payment().captured())
                .isEqualTo(Money.of("15.30", GBP));
    }

    @Test
    void aSecondTabIsNotOutOfStockOfWhatTheFirstBoughtBetweenTheCartAndTheStock() {
        CartId cart = shop.cart(HOLDER, 10);
        CheckoutRequest one = shop.request("tab-1", cart, SandboxCards.approved());
        CheckoutRequest two = shop.request("tab-2", cart, SandboxCards.approved());
        CheckoutResult[] first = new CheckoutResult[1];
        storage[0].tearOnce(
                "cart_claim", "stock", () -> first[0] = shop.commerce.checkout().complete(one));

        CheckoutResult second = shop.commerce.checkout().complete(two);

        assertThat(storage[0].torn()).isTrue();
        assertThat(first[0]).isInstanceOf(CheckoutResult.Confirmed.class);
        assertThat(second).isEqualTo(first[0]);
    }

    @Test
    void aSecondTabIsNotOutOfStockOfWhatTheFirstBoughtWhileTheStockAloneWasStillToBeRead() {
        CartId cart = shop.cart(HOLDER, 10);
        CheckoutRequest one = shop.request("tab-1", cart, SandboxCards.approved());
        CheckoutRequest two = shop.request("tab-2", cart, SandboxCards.approved());
        CheckoutResult[] first = new CheckoutResult[1];
        storage[0].tearBeforeOnce(
                "stock", () -> first[0] = shop.commerce.checkout().complete(one));

        CheckoutResult second = shop.commerce.checkout().complete(two);

        assertThat(storage[0].torn()).isTrue();
        assertThat(first[0]).isInstanceOf(CheckoutResult.Confirmed.class);
        assertThat(second).isEqualTo(first[0]);
    }

    private ShipResult ship(String key, OrderId order, long quantity) {
        return shop.commerce.orders().ship(ShipRequest.of(key(key), order, LineQuantity.of(HOLDER.value(), quantity)));
    }
}
