package dev.commercekit.core.shop;

import static dev.commercekit.core.shop.TestShop.HOLDER;
import static dev.commercekit.core.shop.TestShop.LANTERN;
import static dev.commercekit.core.shop.TestShop.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.commercekit.InvalidInputException;
import dev.commercekit.KeyReusedException;
import dev.commercekit.cart.CartId;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.checkout.CheckoutResult.Confirmed;
import dev.commercekit.core.sandbox.SandboxCards;
import dev.commercekit.inventory.Shortage;
import dev.commercekit.money.Money;
import dev.commercekit.order.Order;
import dev.commercekit.order.OrderEvent;
import dev.commercekit.order.OrderStatus;
import dev.commercekit.payment.DeclineReason;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckoutTest {

    private final TestShop shop = new TestShop();

    @BeforeEach
    void stock() {
        shop.receive(HOLDER, 10);
    }

    @AfterEach
    void everythingHoldsAtTheEnd() {
        assertThat(shop.oracle().check()).isEmpty();
        shop.close();
    }

    @Test
    void buysWhatIsInTheCartForWhatWasQuoted() {
        CartId cart = shop.cart(HOLDER, 6);

        CheckoutResult result = shop.buy("k1", cart, SandboxCards.approved());

        assertThat(result).isInstanceOf(Confirmed.class);
        Confirmed confirmed = (Confirmed) result;
        assertThat(confirmed.total()).isEqualTo(Money.of("15.30", "GBP"));
        Order order = shop.commerce.orders().find(confirmed.order()).orElseThrow();
        assertThat(order.status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(order.payment().authorized()).isEqualTo(confirmed.total());
        assertThat(order.payment().captured().isZero()).isTrue();
        assertThat(shop.commerce.orders().find(confirmed.number())).contains(order);
        assertThat(shop.available(HOLDER)).isEqualTo(4);
        assertThat(shop.commerce.orders().timeline(confirmed.order()))
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("OrderPlaced", "OrderConfirmed");
    }

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
    void refusesAKeyThatComesWithAnotherRequest() {
        shop.buy("k1", shop.cart(HOLDER, 6), SandboxCards.approved());
        CheckoutRequest other = shop.request("k1", shop.cart(HOLDER, 1), SandboxCards.approved());

        assertThatThrownBy(() -> shop.commerce.checkout().complete(other)).isInstanceOf(KeyReusedException.class);
        assertThat(shop.available(HOLDER)).isEqualTo(4);
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
    void undoesEverythingWhenThePaymentIsDeclined() {
        CartId cart = shop.cart(HOLDER, 6);
        CheckoutRequest request = shop.request("k1", cart, SandboxCards.declined(DeclineReason.INSUFFICIENT_FUNDS));

        CheckoutResult result = shop.commerce.checkout().complete(request);

        assertThat(result).isInstanceOf(CheckoutResult.Declined.class);
        CheckoutResult.Declined declined = (CheckoutResult.Declined) result;
        assertThat(declined.reason()).isEqualTo(DeclineReason.INSUFFICIENT_FUNDS);
        assertThat(shop.available(HOLDER)).isEqualTo(10);
        assertThat(shop.commerce.orders().find(declined.order()).orElseThrow().status())
                .isEqualTo(OrderStatus.CANCELLED);
        assertThat(shop.commerce.checkout().complete(request)).isEqualTo(result);
    }

    @Test
    void letsTheCartBeBoughtUnderAnotherKeyAfterADecline() {
        CartId cart = shop.cart(HOLDER, 6);
        shop.buy("k1", cart, SandboxCards.declined(DeclineReason.EXPIRED_METHOD));

        assertThat(shop.buy("k2", cart, SandboxCards.approved())).isInstanceOf(Confirmed.class);
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
    void holdsAllLinesOrNone() {
        CartId cart = shop.cart(HOLDER, 2);
        shop.commerce.carts().setQuantity(cart, LANTERN, 1);

        assertThat(shop.buy("k1", cart, SandboxCards.approved()))
                .isEqualTo(new CheckoutResult.OutOfStock(java.util.List.of(new Shortage(LANTERN, 1, 0))));
        assertThat(shop.available(HOLDER)).isEqualTo(10);
    }

    @Test
    void offersANewQuoteWhenThePriceHasChangedAndClaimsNothing() {
        CartId cart = shop.cart(HOLDER, 2);
        CheckoutRequest old = shop.request("k1", cart, SandboxCards.approved());
        shop.product(HOLDER, "Candle holder", "2.95");

        CheckoutResult result = shop.commerce.checkout().complete(old);

        assertThat(result).isInstanceOf(CheckoutResult.QuoteChanged.class);
        assertThat(((CheckoutResult.QuoteChanged) result).quote().total()).isEqualTo(Money.of("5.90", "GBP"));
        assertThat(shop.buy("k1", cart, SandboxCards.approved())).isInstanceOf(Confirmed.class);
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
    void refusesAnEmptyCart() {
        CartId cart = shop.commerce.carts().open(TestShop.BUYER, TestShop.GBP).id();

        assertThatThrownBy(() -> shop.commerce.checkout().quote(cart))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.field()).isEqualTo("cart"));
    }

    @Test
    void findsTheAnswerByBuyerAndKey() {
        CheckoutResult result = shop.buy("k1", shop.cart(HOLDER, 1), SandboxCards.approved());

        assertThat(shop.commerce.checkout().find(TestShop.BUYER, key("k1"))).contains(result);
        assertThat(shop.commerce.checkout().find(TestShop.BUYER, key("k2"))).isEmpty();
    }

    @Test
    void confirmsAnOrderThatCostsNothingWithoutAskingTheGateway() {
        shop.product(HOLDER, "Sample", "0.00");

        assertThat(shop.buy("k1", shop.cart(HOLDER, 1), SandboxCards.approved()))
                .isInstanceOf(Confirmed.class);
        assertThat(shop.gateway.entries()).isEmpty();
    }

    @Test
    void tellsOfEveryEventInOrder() {
        Confirmed confirmed = (Confirmed) shop.buy("k1", shop.cart(HOLDER, 1), SandboxCards.approved());

        assertThat(shop.commerce.orders().timeline(confirmed.order()))
                .extracting(OrderEvent::id)
                .containsExactly(confirmed.order() + "/1", confirmed.order() + "/2");
    }
}
