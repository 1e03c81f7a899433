package dev.commercekit.testkit.checkout;

import static dev.commercekit.testkit.Contention.insist;
import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.cart.CartId;
import dev.commercekit.cart.CartLine;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.checkout.CheckoutResult.Confirmed;
import dev.commercekit.checkout.CheckoutResult.Declined;
import dev.commercekit.checkout.CheckoutResult.OutOfStock;
import dev.commercekit.checkout.CheckoutResult.Pending;
import dev.commercekit.order.OrderId;
import dev.commercekit.order.OrderStatus;
import dev.commercekit.testkit.Contention;
import dev.commercekit.testkit.shop.PaymentCase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many threads on two instances. */
abstract class CheckoutContentionRules extends PermissionRules {

    private static final int EACH = 6;

    private CheckoutResult complete(int number, CheckoutRequest request) {
        return insist(() -> instance(number).checkout().complete(request));
    }

    private List<CheckoutRequest> requests(PaymentCase payment, CartLine... lines) {
        return IntStream.range(0, shop.contenders() * EACH)
                .mapToObj(i -> request(key(), cart(lines), payment))
                .toList();
    }

    /** Completes every request, each thread its own ones. */
    private List<CheckoutResult> all(List<CheckoutRequest> requests) {
        Queue<CheckoutResult> results = new ConcurrentLinkedQueue<>();
        Contention.run(shop.contenders(), number -> {
            for (int i = number; i < requests.size(); i += shop.contenders()) {
                results.add(complete(number, requests.get(i)));
            }
        });
        return List.copyOf(results);
    }

    private static OrderId orderOf(CheckoutResult result) {
        if (result instanceof Pending pending) {
            return pending.order();
        }
        return result instanceof Declined declined
                ? declined.order()
                : confirmed(result).order();
    }

    private long sold() {
        return orders().stream()
                .filter(order -> order.status() == OrderStatus.CONFIRMED)
                .flatMap(order -> order.lines().stream())
                .mapToLong(line -> line.quantity())
                .sum();
    }

    @Test
    void sellsExactlyWhatIsThere() {
        receive(HOLDER, 3);
        List<CheckoutResult> results = all(requests(PaymentCase.APPROVED, CartLine.of(HOLDER, 1)));
        assertThat(results).filteredOn(Confirmed.class::isInstance).hasSize(Math.min(13, results.size()));
        assertThat(results).filteredOn(OutOfStock.class::isInstance).hasSize(Math.max(0, results.size() - 13));
        assertThat(sold()).isEqualTo(Math.min(13, results.size()));
        isAt(HOLDER, 13 - sold(), 0);
    }

    @Test
    void neverSellsMoreThanIsThereWhereBuyersWantSeveral() {
        List<CheckoutResult> results = all(requests(PaymentCase.APPROVED, CartLine.of(HOLDER, 3)));
        assertThat(results).filteredOn(Confirmed.class::isInstance).hasSize(3);
        isAt(HOLDER, 1, 0);
    }

    @Test
    void whatDeclinedBuyersGiveBackIsSoldToOthers() {
        List<CheckoutRequest> requests = new ArrayList<>();
        for (PaymentCase payment : List.of(PaymentCase.APPROVED, PaymentCase.DECLINED, PaymentCase.REPLY_LOST)) {
            requests.addAll(requests(payment, CartLine.of(HOLDER, 1)));
        }
        Collections.rotate(requests, shop.contenders() * EACH / 2);
        all(requests);
        settle();
        assertThat(requests)
                .extracting(request -> ports.checkout().complete(request))
                .hasOnlyElementsOfTypes(Confirmed.class, Declined.class, OutOfStock.class);
        assertThat(sold()).isLessThanOrEqualTo(10);
        isAt(HOLDER, 10 - sold(), 0);
    }

    @Test
    void cartsOverTheSameGoodsInOppositeOrdersDoNotLockEachOther() {
        receive(HOLDER, 990);
        receive(LANTERN, 1000);
        CartLine holder = CartLine.of(HOLDER, 1);
        CartLine lantern = CartLine.of(LANTERN, 1);
        List<CheckoutRequest> there = requests(PaymentCase.APPROVED, holder, lantern);
        List<CheckoutRequest> back = requests(PaymentCase.APPROVED, lantern, holder);
        List<CheckoutRequest> requests = IntStream.range(0, there.size())
                .mapToObj(i -> i % 2 == 0 ? there.get(i) : back.get(i))
                .toList();
        assertThat(all(requests)).allMatch(Confirmed.class::isInstance);
        isAt(HOLDER, 1000 - requests.size(), 0);
        isAt(LANTERN, 1000 - requests.size(), 0);
    }

    @Test
    void oneRequestThatComesManyTimesIsOneOrder() {
        CheckoutRequest request = request(key(), cart(HOLDER, 2), PaymentCase.APPROVED);
        List<CheckoutResult> results = all(Collections.nCopies(shop.contenders() * 2, request));
        CheckoutResult answer = confirmed(ports.checkout().complete(request));
        assertThat(results).allSatisfy(result -> assertThat(orderOf(result)).isEqualTo(orderOf(answer)));
        assertThat(orders()).hasSize(1);
        isAt(HOLDER, 8, 0);
    }

    @Test
    void oneRequestThatIsDeclinedManyTimesIsDeclinedOnce() {
        CheckoutRequest request = request(key(), cart(HOLDER, 2), PaymentCase.DECLINED);
        all(Collections.nCopies(shop.contenders() * 2, request));
        assertThat(ports.checkout().complete(request)).isInstanceOf(Declined.class);
        assertThat(orders()).hasSize(1);
        isAt(HOLDER, 10, 0);
    }

    @Test
    void manyTabsOfOneCartAreOneOrder() {
        for (int round = 0; round < 3; round++) {
            CartId cart = cart(HOLDER, 2);
            List<CheckoutRequest> tabs = IntStream.range(0, shop.contenders() * 2)
                    .mapToObj(i -> request(key(), cart, PaymentCase.APPROVED))
                    .toList();
            List<CheckoutResult> results = all(tabs);
            assertThat(tabs.stream().map(ports.checkout()::complete).distinct()).hasSize(1);
            CheckoutResult answer = confirmed(ports.checkout().complete(tabs.get(0)));
            assertThat(results).allSatisfy(result -> assertThat(orderOf(result)).isEqualTo(orderOf(answer)));
            isAt(HOLDER, 8 - 2 * round, 0);
        }
        assertThat(orders()).hasSize(3);
    }

    @Test
    void manyTabsOfWhichSomeAreDeclinedAreOneLiveOrder() {
        CartId cart = cart(HOLDER, 2);
        List<CheckoutRequest> tabs = IntStream.range(0, shop.contenders() * 2)
                .mapToObj(i -> request(key(), cart, i % 2 == 0 ? PaymentCase.DECLINED : PaymentCase.APPROVED))
                .toList();
        all(tabs);
        tabs.forEach(ports.checkout()::complete);
        assertThat(orders())
                .filteredOn(order -> order.status() == OrderStatus.CONFIRMED)
                .hasSizeLessThanOrEqualTo(1);
        assertThat(orders())
                .extracting(order -> order.status())
                .isSubsetOf(OrderStatus.CONFIRMED, OrderStatus.CANCELLED);
        isAt(HOLDER, 10 - sold(), 0);
    }
}
