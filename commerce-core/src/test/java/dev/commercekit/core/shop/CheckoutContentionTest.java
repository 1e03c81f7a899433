package dev.commercekit.core.shop;

import static dev.commercekit.core.shop.TestShop.BUYER;
import static dev.commercekit.core.shop.TestShop.GBP;
import static dev.commercekit.core.shop.TestShop.HOLDER;
import static dev.commercekit.core.shop.TestShop.LANTERN;
import static dev.commercekit.core.shop.TestShop.key;
import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.cart.CartId;
import dev.commercekit.catalog.Sku;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.checkout.CheckoutResult.Confirmed;
import dev.commercekit.checkout.CheckoutResult.OutOfStock;
import dev.commercekit.core.Commerce;
import dev.commercekit.core.sandbox.SandboxCards;
import dev.commercekit.order.CancelResult;
import dev.commercekit.order.OrderId;
import dev.commercekit.payment.DeclineReason;
import dev.commercekit.payment.PaymentToken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CheckoutContentionTest {

    private static final int THREADS = 8;

    private final TestShop shop = new TestShop();
    private final Commerce second = shop.another(builder -> builder);
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @AfterEach
    void everythingHoldsAtTheEnd() {
        threads.shutdownNow();
        for (int i = 0; i < 10; i++) {
            shop.clock.advance(Duration.ofMinutes(2));
            while (shop.commerce.housekeep() > 0) {}
        }
        assertThat(shop.oracle().settled()).isEmpty();
        second.close();
        shop.close();
    }

    private Commerce instance(int number) {
        return number % 2 == 0 ? shop.commerce : second;
    }

    private <T> List<T> all(int count, IntFunction<Callable<T>> task) throws Exception {
        List<Future<T>> futures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            futures.add(threads.submit(task.apply(i)));
        }
        List<T> results = new ArrayList<>();
        for (Future<T> future : futures) {
            results.add(future.get());
        }
        return results;
    }

    private CheckoutResult buy(int number, PaymentToken token, Sku... skus) {
        CartId cart = shop.commerce.carts().open(BUYER, GBP).id();
        for (Sku sku : skus) {
            shop.commerce.carts().setQuantity(cart, sku, 1);
        }
        CheckoutRequest request = CheckoutRequest.of(
                key("k" + number), cart, shop.commerce.checkout().quote(cart), token);
        return instance(number).checkout().complete(request);
    }

    @Test
    void sellsExactlyWhatIsThere() throws Exception {
        shop.receive(HOLDER, 50);

        List<CheckoutResult> results = all(120, number -> () -> buy(number, SandboxCards.approved(), HOLDER));

        assertThat(results).filteredOn(Confirmed.class::isInstance).hasSize(50);
        assertThat(results).filteredOn(OutOfStock.class::isInstance).hasSize(70);
        assertThat(shop.available(HOLDER)).isZero();
    }

    @Test
    void sellsWhatDeclinedBuyersGiveBackAndMixesUnknownsIn() throws Exception {
        shop.receive(HOLDER, 40);
        List<PaymentToken> tokens = List.of(
                SandboxCards.approved(),
                SandboxCards.declined(DeclineReason.DO_NOT_HONOR),
                SandboxCards.losesReply(1),
                SandboxCards.losesRequest(1));

        all(100, number -> () -> buy(number, tokens.get(number % tokens.size()), HOLDER));

        assertThat(shop.available(HOLDER)).isNotNegative();
    }

    @Test
    void cartsOverTheSameGoodsInOppositeOrdersDoNotLockEachOther() throws Exception {
        shop.receive(HOLDER, 200);
        shop.receive(LANTERN, 200);

        List<CheckoutResult> results = all(
                120,
                number -> () -> number % 2 == 0
                        ? buy(number, SandboxCards.approved(), HOLDER, LANTERN)
                        : buy(number, SandboxCards.approved(), LANTERN, HOLDER));

        assertThat(results).allMatch(Confirmed.class::isInstance);
        assertThat(shop.available(HOLDER)).isEqualTo(80);
        assertThat(shop.available(LANTERN)).isEqualTo(80);
    }

    @Test
    void makesOneOrderOfOneRequestThatComesManyTimes() throws Exception {
        shop.receive(HOLDER, 50);
        CheckoutRequest request = shop.request("k1", shop.cart(HOLDER, 2), SandboxCards.approved());

        all(40, number -> () -> instance(number).checkout().complete(request));

        assertThat(shop.commerce.checkout().complete(request)).isInstanceOf(Confirmed.class);
        assertThat(shop.available(HOLDER)).isEqualTo(48);
        assertThat(shop.gateway.entries()).hasSize(1);
    }

    @Test
    void makesOneOrderOfManyTabsWithKeysOfTheirOwn() throws Exception {
        shop.receive(HOLDER, 50);
        CartId cart = shop.cart(HOLDER, 2);
        List<CheckoutRequest> tabs = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            tabs.add(shop.request("tab-" + i, cart, SandboxCards.approved()));
        }

        all(40, number -> () -> instance(number).checkout().complete(tabs.get(number)));

        assertThat(tabs.stream().map(shop.commerce.checkout()::complete).distinct())
                .hasSize(1);
        assertThat(shop.available(HOLDER)).isEqualTo(48);
        assertThat(shop.gateway.entries()).hasSize(1);
    }

    @Test
    void aCheckoutThatRacesWithItsOwnCancellationEndsOneWay() throws Exception {
        shop.receive(HOLDER, 500);
        List<OrderId> orders = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            CheckoutResult.Pending pending =
                    (CheckoutResult.Pending) shop.buy("k" + i, shop.cart(HOLDER, 1), SandboxCards.losesReply(1));
            orders.add(pending.order());
        }
        shop.clock.advance(Duration.ofMinutes(1));

        all(
                80,
                number -> () -> number % 2 == 0
                        ? shop.commerce.housekeep()
                        : second.orders().cancel(orders.get(number / 2), "changed my mind", key("c" + number))
                                        instanceof CancelResult.NotCancellable
                                ? 1
                                : 0);
    }
}
