package dev.commercekit.testkit.checkout;

import static dev.commercekit.testkit.Refusals.reused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.NotFoundException;
import dev.commercekit.cart.CartId;
import dev.commercekit.cart.CartLine;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.checkout.CheckoutResult.Cancelled;
import dev.commercekit.checkout.CheckoutResult.Pending;
import dev.commercekit.order.CancelResult;
import dev.commercekit.order.Order;
import dev.commercekit.order.OrderId;
import dev.commercekit.order.OrderStatus;
import dev.commercekit.payment.DeclineReason;
import dev.commercekit.payment.PaymentNotification;
import dev.commercekit.payment.PaymentOutcome;
import dev.commercekit.testkit.shop.PaymentCase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is not decided yet: it holds its stock, settles once, and ends one way for every key. */
abstract class PendingRules extends QuoteRules {

    private PaymentNotification act(OrderId order) {
        Optional<PaymentNotification> done = shop.completeAction(order);
        assumeTrue(done.isPresent(), "no buyer can act at the gateway");
        return done.orElseThrow();
    }

    private void waits(CheckoutRequest request, Pending pending) {
        assertThat(order(pending.order()).status()).isEqualTo(OrderStatus.PLACED);
        assertThat(second.checkout().find(BUYER, request.key())).contains(pending);
        isAt(HOLDER, 4, 6);
    }

    private void isCancelled(CheckoutRequest request, OrderId id) {
        CheckoutResult result = ports.checkout().complete(request);
        Order order = order(id);
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(result).isEqualTo(new Cancelled(id, order.cancelReason().orElseThrow()));
        assertThat(second.checkout().complete(request)).isEqualTo(result);
        assertThat(ports.checkout().find(BUYER, request.key())).contains(result);
        assertThat(order.payment().capturable().isZero()).isTrue();
        assertThat(order.payment().refundable().isZero()).isTrue();
        isAt(HOLDER, 10, 0);
    }

    @Test
    void holdsEverythingWhileTheAnswerIsUnknownAndSettlesOnce() {
        CheckoutRequest request = request(key(), cart(HOLDER, 6), PaymentCase.REPLY_LOST);
        Pending pending = pending(ports.checkout().complete(request));
        assertThat(pending.action()).isEmpty();
        waits(request, pending);
        settle();
        CheckoutResult result = ports.checkout().complete(request);
        assertThat(confirmed(result).order()).isEqualTo(pending.order());
        assertThat(second.checkout().complete(request)).isEqualTo(result);
        assertThat(order(pending.order()).payment().authorized()).isEqualTo(pounds("15.30"));
        isAt(HOLDER, 4, 0);
        assertThat(orders()).hasSize(1);
    }

    @Test
    void isSettledInTheBackgroundWithoutTheBuyer() {
        CheckoutRequest request = request(key(), cart(HOLDER, 6), PaymentCase.REPLY_LOST);
        pending(ports.checkout().complete(request));
        settle();
        confirmed(ports.checkout().find(BUYER, request.key()).orElseThrow());
        isAt(HOLDER, 4, 0);
    }

    @Test
    void aSecondTabSharesThePendingOrderAndItsAnswer() {
        CartId cart = cart(HOLDER, 6);
        CheckoutRequest one = request(key(), cart, PaymentCase.REPLY_LOST);
        CheckoutRequest two = request(key(), cart, PaymentCase.APPROVED);
        Pending first = pending(ports.checkout().complete(one));
        assertThat(second.checkout().complete(two)).isEqualTo(first);
        assertThat(second.checkout().find(BUYER, two.key())).contains(first);
        settle();
        CheckoutResult result = ports.checkout().complete(two);
        assertThat(confirmed(result).order()).isEqualTo(first.order());
        assertThat(ports.checkout().complete(one)).isEqualTo(result);
        isAt(HOLDER, 4, 0);
        assertThat(orders()).hasSize(1);
    }

    @Test
    void tellsTheBuyerWhatToDoAndGoesOnOnceItIsDone() {
        CheckoutRequest request = request(key(), cart(HOLDER, 6), PaymentCase.ACTION_REQUIRED);
        Pending pending = pending(ports.checkout().complete(request));
        assertThat(pending.action()).isPresent();
        assertThat(ports.checkout().complete(request)).isEqualTo(pending);
        waits(request, pending);
        act(pending.order());
        assertThat(confirmed(second.checkout().complete(request)).order()).isEqualTo(pending.order());
        isAt(HOLDER, 4, 0);
    }

    @Test
    void findingDrivesNothing() {
        CheckoutRequest request = request(key(), cart(HOLDER, 6), PaymentCase.ACTION_REQUIRED);
        Pending pending = pending(ports.checkout().complete(request));
        act(pending.order());
        assertThat(ports.checkout().find(BUYER, request.key())).contains(pending);
        waits(request, pending);
    }

    @Test
    void aNotificationSettlesWithoutTheBrowserHoweverOftenItComes() {
        CheckoutRequest request = request(key(), cart(HOLDER, 6), PaymentCase.ACTION_REQUIRED);
        Pending pending = pending(ports.checkout().complete(request));
        PaymentNotification done = act(pending.order());
        ports.checkout().settle(done);
        second.checkout().settle(done);
        CheckoutResult result = ports.checkout().find(BUYER, request.key()).orElseThrow();
        assertThat(confirmed(result).order()).isEqualTo(pending.order());
        assertThat(ports.checkout().complete(request)).isEqualTo(result);
        ports.checkout().settle(done);
        assertThat(order(pending.order()).payment().authorized()).isEqualTo(pounds("15.30"));
        isAt(HOLDER, 4, 0);
    }

    @Test
    void refusesANotificationOfARequestThatWasNeverMade() {
        PaymentOutcome declined = new PaymentOutcome.Declined(DeclineReason.DO_NOT_HONOR, "x");
        String longer = "checkout-" + "x".repeat(200) + "/pay/1";
        for (String key : List.of(
                "nobody",
                "checkout-nobody/pay/1",
                "checkout-/pay/1",
                "checkout-nobody /pay/1",
                longer,
                "/",
                "ship-x/move/1")) {
            PaymentNotification stranger = new PaymentNotification(IdempotencyKey.of(key), declined);
            assertThatThrownBy(() -> ports.checkout().settle(stranger)).isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void whatIsCancelledWhileItWaitsForTheBuyerStaysCancelledForItsKey() {
        CartId cart = cart(HOLDER, 6);
        CheckoutRequest request = request(key(), cart, PaymentCase.ACTION_REQUIRED);
        Pending pending = pending(ports.checkout().complete(request));
        ports.orders().cancel(pending.order(), "changed my mind", key());
        settle();
        isCancelled(request, pending.order());
        assertThat(order(pending.order()).cancelReason()).contains("changed my mind");
        assertThat(confirmed(buy(cart, PaymentCase.APPROVED)).order()).isNotEqualTo(pending.order());
    }

    @Test
    void whatIsCancelledWhileTheAnswerIsUnknownIsSettledFirst() {
        CheckoutRequest request = request(key(), cart(HOLDER, 6), PaymentCase.REPLY_LOST);
        OrderId id = pending(ports.checkout().complete(request)).order();
        IdempotencyKey cancel = key();
        ports.orders().cancel(id, "changed my mind", cancel);
        settle();
        isCancelled(request, id);
        assertThat(ports.orders().cancel(id, "changed my mind", cancel))
                .isEqualTo(new CancelResult.Cancelled(id, pounds("0")));
    }

    @Test
    void aSecondTabOfAnOrderThatIsCancelledHearsSoToo() {
        CartId cart = cart(HOLDER, 6);
        CheckoutRequest one = request(key(), cart, PaymentCase.ACTION_REQUIRED);
        CheckoutRequest two = request(key(), cart, PaymentCase.APPROVED);
        OrderId id = pending(ports.checkout().complete(one)).order();
        pending(ports.checkout().complete(two));
        ports.orders().cancel(id, "changed my mind", key());
        settle();
        isCancelled(two, id);
        isCancelled(one, id);
    }

    @Test
    void whatIsNotPaidInTimeIsCancelledForItsKey() {
        CartId cart = cart(HOLDER, 6);
        CheckoutRequest request = request(key(), cart, PaymentCase.ACTION_REQUIRED);
        Pending pending = pending(ports.checkout().complete(request));
        pass(Duration.ofHours(2));
        isCancelled(request, pending.order());
        confirmed(buy(cart, PaymentCase.APPROVED));
    }

    @Test
    void timeAloneReleasesNothingOfAnOrderThatMayBePaid() {
        CheckoutRequest request = request(key(), cart(HOLDER, 6), PaymentCase.UNREACHABLE);
        OrderId id = pending(ports.checkout().complete(request)).order();
        pass(Duration.ofHours(2));
        assertThat(order(id).status()).isEqualTo(OrderStatus.EXPIRING);
        isAt(HOLDER, 4, 6);
        assertThat(pending(second.checkout().complete(request)).order()).isEqualTo(id);
        pass(Duration.ofHours(2));
        isCancelled(request, id);
    }

    @Test
    void aKeyOfAnOrderThatWaitsIsStillOfItsRequest() {
        CheckoutRequest request = request(key(), cart(HOLDER, 6), PaymentCase.REPLY_LOST);
        Pending pending = pending(ports.checkout().complete(request));
        CheckoutRequest other = request(request.key(), cart(HOLDER, 1), PaymentCase.APPROVED);
        reused(() -> ports.checkout().complete(other));
        waits(request, pending);
    }

    @Test
    void anAttributeIsPartOfTheRequestThatAKeyIsOf() {
        CartLine line = CartLine.of(HOLDER, 6);
        CartId cart = cart(line.with(Map.of("engraving", "Ada")));
        CheckoutRequest request = request(key(), cart, PaymentCase.REPLY_LOST);
        Pending pending = pending(ports.checkout().complete(request));
        ports.carts().put(cart, line.with(Map.of("engraving", "Bob")));
        CheckoutRequest other = request(request.key(), cart, PaymentCase.REPLY_LOST);
        reused(() -> ports.checkout().complete(other));
        waits(request, pending);
    }
}
