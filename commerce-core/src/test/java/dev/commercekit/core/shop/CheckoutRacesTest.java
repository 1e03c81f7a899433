package dev.commercekit.core.shop;

import static dev.commercekit.core.shop.TestShop.BUYER;
import static dev.commercekit.core.shop.TestShop.HOLDER;
import static dev.commercekit.core.shop.TestShop.key;
import static dev.commercekit.testkit.Contention.insist;
import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.PageRequest;
import dev.commercekit.account.Buyer;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.checkout.CheckoutResult.Cancelled;
import dev.commercekit.checkout.CheckoutResult.Confirmed;
import dev.commercekit.checkout.CheckoutResult.Pending;
import dev.commercekit.core.Commerce;
import dev.commercekit.core.Shared;
import dev.commercekit.core.sandbox.SandboxCards;
import dev.commercekit.order.CancelResult;
import dev.commercekit.order.OrderId;
import dev.commercekit.order.OrderStatus;
import dev.commercekit.payment.PaymentLedger.Entry;
import dev.commercekit.payment.PaymentNotification;
import dev.commercekit.testkit.Contention;
import dev.commercekit.testkit.payment.FaultyGateway;
import dev.commercekit.testkit.payment.GatewayFault;
import dev.commercekit.testkit.payment.GatewayFaults;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A checkout whose call to the gateway is on its way while another instance does something to it: the call is held by a latch,
 * before it reaches the gateway or before its answer comes back, until the other has done all that it can.
 */
class CheckoutRacesTest {

    private final TestShop shop = new TestShop();
    private final Commerce second = shop.another(builder -> builder);
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);
    private CheckoutRequest request;
    private CheckoutResult told;

    @BeforeEach
    void stock() {
        shop.receive(HOLDER, 100);
    }

    @AfterEach
    void everythingHoldsAtTheEnd() {
        settle();
        assertThat(shop.oracle().settled()).isEmpty();
        second.close();
        shop.close();
    }

    private void settle() {
        for (int i = 0; i < 10; i++) {
            pass(Duration.ofMinutes(2));
        }
    }

    private void pass(Duration time) {
        shop.clock.advance(time);
        while (second.housekeep() > 0) {}
    }

    private void hold() {
        reached.countDown();
        try {
            assertThat(open.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** Checks out by an instance whose first call to the gateway is held until the rival has returned. */
    private void race(GatewayFault where, Consumer<OrderId> rival) {
        request = shop.request("buyer", shop.cart(HOLDER, 1), SandboxCards.approved());
        var slow = FaultyGateway.around(shop.gateway, GatewayFaults.script(where), this::hold);
        try (Commerce held = Commerce.builder()
                .storage(Shared.of(shop.storage))
                .payments(Shared.of(slow))
                .time(shop.clock)
                .manual()
                .build()) {
            var answer = CompletableFuture.supplyAsync(
                    () -> insist(() -> held.checkout().complete(request)));
            while (reached.getCount() > 0) {
                assertThat(answer).isNotDone();
                Thread.onSpinWait();
            }
            rival.accept(onlyOrder());
            open.countDown();
            told = answer.get(60, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
        settle();
    }

    private OrderId onlyOrder() {
        var customer = ((Buyer.Customer) BUYER).id();
        var orders = second.orders().ofCustomer(customer, PageRequest.first(10)).items();
        assertThat(orders).hasSize(1);
        return orders.get(0).id();
    }

    private CheckoutResult answer(CheckoutRequest asked) {
        return second.checkout().complete(asked);
    }

    private List<String> ledger() {
        return shop.gateway.entries().stream()
                .map((Entry entry) -> entry.kind().toString())
                .toList();
    }

    private CancelResult cancel(OrderId order) {
        return insist(() -> second.orders().cancel(order, "changed my mind", key("cancel " + order)));
    }

    private void isCancelledAndNotCharged() {
        assertThat(told).isInstanceOfAny(Cancelled.class, Pending.class);
        assertThat(answer(request)).isInstanceOf(Cancelled.class);
        assertThat(second.orders().find(onlyOrder()).orElseThrow().status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(ledger()).containsExactly("AUTHORIZED", "RELEASED");
        assertThat(shop.available(HOLDER)).isEqualTo(100);
    }

    /** Lets the others do something while the gateway answers them nothing, so that only the held call will know. */
    private void whileNobodyKnows(Runnable work) {
        shop.gateway.down();
        work.run();
        shop.gateway.up();
    }

    @ParameterizedTest
    @EnumSource(names = {"DELAY_REQUEST", "DELAY_REPLY"})
    void whoCancelsWhileTheCallIsOnItsWayIsNotCharged(GatewayFault where) {
        race(where, order -> assertThat(cancel(order)).isInstanceOf(CancelResult.Cancelled.class));

        isCancelledAndNotCharged();
    }

    @ParameterizedTest
    @EnumSource(names = {"DELAY_REQUEST", "DELAY_REPLY"})
    void anAnswerThatComesAfterACancellationHasBegunSellsNothing(GatewayFault where) {
        race(
                where,
                order -> whileNobodyKnows(() -> assertThat(cancel(order)).isInstanceOf(CancelResult.Pending.class)));

        isCancelledAndNotCharged();
        assertThat(cancel(onlyOrder())).isInstanceOf(CancelResult.Cancelled.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"DELAY_REQUEST", "DELAY_REPLY"})
    void anAnswerThatComesAfterTheExpiryHasBegunSellsNothing(GatewayFault where) {
        race(where, order -> {
            whileNobodyKnows(() -> pass(Duration.ofMinutes(31)));
            assertThat(second.orders().find(order).orElseThrow().status()).isEqualTo(OrderStatus.EXPIRING);
            assertThat(shop.available(HOLDER)).isEqualTo(99);
        });

        isCancelledAndNotCharged();
    }

    @ParameterizedTest
    @EnumSource(names = {"DELAY_REQUEST", "DELAY_REPLY"})
    void aSecondTabSharesTheOrderWhoseCallIsOnItsWay(GatewayFault where) {
        race(where, order -> {
            CheckoutRequest tab = shop.request("tab", request.cart(), SandboxCards.approved());
            assertThat(answer(tab)).isInstanceOf(Pending.class);
            assertThat(answer(request)).isInstanceOf(Pending.class);
        });

        assertThat(told).isInstanceOf(Confirmed.class);
        assertThat(answer(request)).isEqualTo(told);
        assertThat(second.checkout().find(BUYER, key("tab"))).contains(told);
        assertThat(ledger()).containsExactly("AUTHORIZED");
        assertThat(shop.available(HOLDER)).isEqualTo(99);
    }

    @ParameterizedTest
    @EnumSource(names = {"DELAY_REQUEST", "DELAY_REPLY"})
    void whoTakesOverACallThatIsOnItsWayPaysOnce(GatewayFault where) {
        race(where, order -> {
            pass(Duration.ofMinutes(1));
            assertThat(answer(request)).isInstanceOf(Confirmed.class);
        });

        assertThat(told).isEqualTo(answer(request));
        assertThat(ledger()).containsExactly("AUTHORIZED");
        assertThat(shop.available(HOLDER)).isEqualTo(99);
    }

    /** The notification of a late answer, a cancellation and the end of the time, all at the same moment, in many rounds. */
    @Test
    void aLateAnswerACancellationAndTheExpiryAgreeOnOneEnd() {
        for (int round = 0; round < 40; round++) {
            CheckoutRequest late = shop.request("late " + round, shop.cart(HOLDER, 1), SandboxCards.late());
            OrderId order = ((Pending) shop.commerce.checkout().complete(late)).order();
            IdempotencyKey payment = IdempotencyKey.of("checkout-" + order + "/pay/1");
            boolean expires = round % 2 == 0;
            shop.clock.advance(expires ? Duration.ofMinutes(31) : Duration.ofSeconds(1));
            Contention.run(3, number -> {
                switch (number) {
                    case 0 -> {
                        var notice = new PaymentNotification(payment, shop.gateway.release(payment));
                        insist(() -> {
                            shop.commerce.checkout().settle(notice);
                            return notice;
                        });
                    }
                    case 1 -> cancel(order);
                    default -> second.housekeep();
                }
            });
            settle();
            boolean cancelled = second.orders().find(order).orElseThrow().status() == OrderStatus.CANCELLED;
            assertThat(cancel(order) instanceof CancelResult.Cancelled).isEqualTo(cancelled);
            assertThat(cancelled)
                    .as("a cancellation before anything is sent is never refused")
                    .isTrue();
            assertThat(answer(late)).isInstanceOfAny(Cancelled.class, Confirmed.class);
            assertThat(shop.oracle().settled()).isEmpty();
        }
        assertThat(shop.available(HOLDER)).isEqualTo(100);
    }
}
