package dev.commercekit.core.shop;

import static dev.commercekit.core.shop.TestShop.HOLDER;
import static dev.commercekit.core.shop.TestShop.LANTERN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.IdGenerator;
import dev.commercekit.cart.CartId;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.checkout.CheckoutResult.Confirmed;
import dev.commercekit.core.Commerce;
import dev.commercekit.core.sandbox.SandboxCards;
import dev.commercekit.core.simulation.chance.SeededIds;
import dev.commercekit.inventory.Shortage;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CheckoutTest extends StockedShop {

    @Test
    void startsTheCartAnewOnceItIsBought() {
        CartId cart = shop.cart(HOLDER, 1);
        String generation = shop.commerce.carts().find(cart).orElseThrow().generation();

        shop.buy("k1", cart, SandboxCards.approved());

        assertThat(shop.commerce.carts().find(cart).orElseThrow().lines()).isEmpty();
        assertThat(shop.commerce.carts().find(cart).orElseThrow().generation()).isNotEqualTo(generation);
    }

    @Test
    void answersTheSameKeyAsBefore() {
        CheckoutRequest request = shop.request("k1", shop.cart(HOLDER, 6), SandboxCards.approved());
        CheckoutResult first = shop.commerce.checkout().complete(request);

        CheckoutResult second = shop.commerce.checkout().complete(request);

        assertThat(second).isEqualTo(first);
        assertThat(shop.available(HOLDER)).isEqualTo(4);
        assertThat(shop.gateway.entries()).hasSize(1);
    }

    @Test
    void makesOneOrderOfTwoTabsWithTwoKeys() {
        CartId cart = shop.cart(HOLDER, 6);
        CheckoutRequest one = shop.request("tab-1", cart, SandboxCards.approved());
        CheckoutRequest two = shop.request("tab-2", cart, SandboxCards.approved());

        CheckoutResult first = shop.commerce.checkout().complete(one);
        CheckoutResult second = shop.commerce.checkout().complete(two);

        assertThat(second).isEqualTo(first);
        assertThat(shop.commerce.checkout().complete(two)).isEqualTo(first);
        assertThat(shop.gateway.entries()).hasSize(1);
        assertThat(shop.available(HOLDER)).isEqualTo(4);
    }

    @Test
    void saysOutOfStockForTheSameKeyAlsoAfterARestock() {
        CheckoutRequest request = shop.request("k1", shop.cart(HOLDER, 11), SandboxCards.approved());
        CheckoutResult result = shop.commerce.checkout().complete(request);
        assertThat(result).isEqualTo(new CheckoutResult.OutOfStock(java.util.List.of(new Shortage(HOLDER, 11, 10))));

        shop.receive(HOLDER, 100);

        assertThat(shop.commerce.checkout().complete(request)).isEqualTo(result);
        assertThat(shop.available(HOLDER)).isEqualTo(110);
        assertThat(shop.gateway.entries()).isEmpty();
    }

    @Test
    void offersANewQuoteWhenTheOldOneHasExpired() {
        CheckoutRequest old = shop.request("k1", shop.cart(HOLDER, 2), SandboxCards.approved());
        shop.clock.advance(Duration.ofMinutes(16));
        shop.storage.now();
        shop.receive(LANTERN, 1);

        assertThat(shop.commerce.checkout().complete(old)).isInstanceOf(CheckoutResult.QuoteChanged.class);
    }

    @Test
    void confirmsAnOrderThatCostsNothingWithoutAskingTheGateway() {
        shop.product(HOLDER, "Sample", "0.00");

        assertThat(shop.buy("k1", shop.cart(HOLDER, 1), SandboxCards.approved()))
                .isInstanceOf(Confirmed.class);
        assertThat(shop.gateway.entries()).isEmpty();
    }

    @Test
    void drawsAnotherNumberWhereTheFirstOneIsTaken() {
        try (Commerce unlucky = shop.another(builder -> builder.ids(new DrawingTwice()))) {
            CheckoutRequest one = shop.request("k1", shop.cart(HOLDER, 1), SandboxCards.approved());
            CheckoutRequest two = shop.request("k2", shop.cart(HOLDER, 1), SandboxCards.approved());

            Confirmed first = (Confirmed) unlucky.checkout().complete(one);
            Confirmed second = (Confirmed) unlucky.checkout().complete(two);

            assertThat(second.number()).isNotEqualTo(first.number());
        }
    }

    /** Draws every number twice. */
    private static final class DrawingTwice implements IdGenerator {

        private final SeededIds ids = new SeededIds(1);
        private long drawn;

        @Override
        public UUID next() {
            return ids.next();
        }

        @Override
        public long randomBits() {
            return drawn++ / 2;
        }
    }
}
