package dev.commercekit.core.shop;

import static dev.commercekit.core.shop.TestShop.HOLDER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.cart.CartId;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.checkout.CheckoutResult.Cancelled;
import dev.commercekit.checkout.CheckoutResult.Confirmed;
import dev.commercekit.checkout.CheckoutResult.Pending;
import dev.commercekit.core.Commerce;
import dev.commercekit.core.sandbox.SandboxCards;
import dev.commercekit.order.CancelResult;
import dev.commercekit.order.OrderStatus;
import dev.commercekit.payment.PaymentLedger.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaymentCasesTest extends PaymentFixture {

    @Test
    void holdsEverythingWhileTheReplyIsLostAndSettlesOnceByTheSameKey() {
        CheckoutRequest request = request(SandboxCards.losesReply(2));

        Pending pending = (Pending) complete(request);
        assertThat(shop.available(HOLDER)).isEqualTo(4);
        assertThat(status(pending.order())).isEqualTo(OrderStatus.PLACED);

        after(Duration.ofSeconds(5));
        after(Duration.ofSeconds(5));

        assertThat(complete(request)).isInstanceOf(Confirmed.class);
        assertThat(ledger()).containsExactly(Kind.AUTHORIZED);
        assertThat(shop.available(HOLDER)).isEqualTo(4);
    }

    @Test
    void treatsAnExceptionOfTheGatewayAsUnknown() {
        CheckoutRequest request = request(SandboxCards.throwsAfterwards(1));

        assertThat(complete(request)).isInstanceOf(Pending.class);
        after(Duration.ofSeconds(5));

        assertThat(complete(request)).isInstanceOf(Confirmed.class);
        assertThat(ledger()).containsExactly(Kind.AUTHORIZED);
    }

    @Test
    void anotherInstanceSettlesWhatThisOneLeft() {
        CheckoutRequest request = request(SandboxCards.losesReply(1));
        complete(request);

        try (Commerce other = shop.another(builder -> builder)) {
            shop.clock.advance(Duration.ofSeconds(5));
            while (other.housekeep() > 0) {}
            assertThat(other.checkout().find(TestShop.BUYER, request.key())).containsInstanceOf(Confirmed.class);
        }
        assertThat(ledger()).containsExactly(Kind.AUTHORIZED);
    }

    @Test
    void tellsTheBuyerWhatToDoAndGoesOnOnceItIsDone() {
        CheckoutRequest request = request(SandboxCards.requiresAction());

        Pending pending = (Pending) complete(request);
        assertThat(pending.action()).isPresent();

        shop.gateway.completeAction(payKey(pending.order()));

        assertThat(complete(request)).isInstanceOf(Confirmed.class);
        assertThat(ledger()).containsExactly(Kind.AUTHORIZED);
    }

    @Test
    void cancelsAWaitingPaymentAtTheGatewayOnceTheTimeIsOver() {
        CheckoutRequest request = request(SandboxCards.requiresAction());
        Pending pending = (Pending) complete(request);

        after(Duration.ofMinutes(31));
        after(Duration.ofMinutes(1));

        assertThat(complete(request)).isInstanceOf(Cancelled.class);
        assertThat(status(pending.order())).isEqualTo(OrderStatus.CANCELLED);
        assertThat(shop.available(HOLDER)).isEqualTo(10);
        assertThat(ledger()).isEmpty();
    }

    @Test
    void timeAloneReleasesNothingOfAnOrderThatMayBePaid() {
        CheckoutRequest request = request(SandboxCards.downFor(Duration.ofHours(2)));
        Pending pending = (Pending) complete(request);

        for (int i = 0; i < 90; i++) {
            after(Duration.ofMinutes(1));
        }

        assertThat(status(pending.order())).isEqualTo(OrderStatus.EXPIRING);
        assertThat(shop.available(HOLDER)).isEqualTo(4);
        assertThat(complete(request)).isInstanceOf(Pending.class);
    }

    @Test
    void givesTheMoneyBackThatAGatewayApprovesAfterTheTimeIsOver() {
        CheckoutRequest request = request(SandboxCards.downFor(Duration.ofMinutes(40)));
        Pending pending = (Pending) complete(request);

        for (int i = 0; i < 60; i++) {
            after(Duration.ofMinutes(1));
        }

        assertThat(status(pending.order())).isEqualTo(OrderStatus.CANCELLED);
        assertThat(ledger()).containsExactly(Kind.AUTHORIZED, Kind.RELEASED);
        assertThat(shop.available(HOLDER)).isEqualTo(10);
        assertThat(complete(request)).isInstanceOf(Cancelled.class);
        assertThat(shop.commerce
                        .orders()
                        .find(pending.order())
                        .orElseThrow()
                        .payment()
                        .released())
                .isEqualTo(request.quote().total());
    }

    @Test
    void cancelsAnOrderWhosePaymentIsUnknownOnlyOnceItIsKnown() {
        CheckoutRequest request = request(SandboxCards.losesReply(2));
        Pending pending = (Pending) complete(request);

        CancelResult first = shop.commerce.orders().cancel(pending.order(), "changed my mind", TestShop.key("c1"));
        for (int i = 0; i < 10; i++) {
            after(Duration.ofMinutes(1));
        }

        assertThat(first).isInstanceOf(CancelResult.Pending.class);
        assertThat(shop.commerce.orders().cancel(pending.order(), "changed my mind", TestShop.key("c1")))
                .isInstanceOf(CancelResult.Cancelled.class);
        assertThat(ledger()).containsExactly(Kind.AUTHORIZED, Kind.RELEASED);
        assertThat(shop.available(HOLDER)).isEqualTo(10);
        assertThat(complete(request)).isEqualTo(new Cancelled(pending.order(), "changed my mind"));
    }

    @Test
    void neverSendsAKeyThatTheGatewayMayHaveForgottenAndShowsItToAnOperator() {
        CheckoutRequest request = request(SandboxCards.downFor(Duration.ofHours(30)));
        Pending pending = (Pending) complete(request);

        for (int i = 0; i < 26 * 60; i++) {
            after(Duration.ofMinutes(1));
        }
        long calls = shop.gateway.calls(dev.commercekit.core.sandbox.SandboxOperation.AUTHORIZE);
        for (int i = 0; i < 60; i++) {
            after(Duration.ofMinutes(10));
        }

        assertThat(shop.gateway.calls(dev.commercekit.core.sandbox.SandboxOperation.AUTHORIZE))
                .isEqualTo(calls);
        assertThat(status(pending.order())).isEqualTo(OrderStatus.EXPIRING);
        assertThat(shop.available(HOLDER)).isEqualTo(4);
    }

    @Test
    void looksUpWhatItMayNotSendAnyMore() {
        CheckoutRequest request = request(SandboxCards.serverErrorAfterwards());
        Pending pending = (Pending) complete(request);

        for (int i = 0; i < 26 * 60; i++) {
            after(Duration.ofMinutes(1));
        }

        assertThat(status(pending.order())).isEqualTo(OrderStatus.CANCELLED);
        assertThat(ledger()).containsExactly(Kind.AUTHORIZED, Kind.RELEASED);
    }

    @Test
    void aSecondTabSharesThePendingOrderAndItsAnswer() {
        CartId cart = shop.cart(HOLDER, 6);
        CheckoutRequest one = shop.request("tab-1", cart, SandboxCards.losesReply(1));
        CheckoutRequest two = shop.request("tab-2", cart, SandboxCards.approved());
        Pending first = (Pending) complete(one);

        assertThat(complete(two)).isEqualTo(first);
        after(Duration.ofSeconds(5));

        assertThat(complete(two)).isInstanceOf(Confirmed.class).isEqualTo(complete(one));
        assertThat(ledger()).containsExactly(Kind.AUTHORIZED);
    }
}
