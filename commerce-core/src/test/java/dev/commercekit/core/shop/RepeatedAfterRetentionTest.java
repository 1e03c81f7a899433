package dev.commercekit.core.shop;

import static dev.commercekit.core.shop.TestShop.BUYER;
import static dev.commercekit.core.shop.TestShop.HOLDER;
import static dev.commercekit.core.shop.TestShop.key;
import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.cart.CartId;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.checkout.CheckoutResult.Cancelled;
import dev.commercekit.checkout.CheckoutResult.Confirmed;
import dev.commercekit.checkout.CheckoutResult.Declined;
import dev.commercekit.checkout.CheckoutResult.Pending;
import dev.commercekit.checkout.CheckoutResult.QuoteChanged;
import dev.commercekit.core.sandbox.SandboxCards;
import dev.commercekit.order.CancelResult;
import dev.commercekit.order.OrderId;
import dev.commercekit.order.ShipRequest;
import dev.commercekit.order.ShipResult;
import dev.commercekit.payment.DeclineReason;
import dev.commercekit.payment.PaymentNotification;
import dev.commercekit.payment.PaymentOutcome;
import dev.commercekit.payment.PaymentToken;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Keys whose workflow is forgotten, and keys that are forgotten themselves. */
class RepeatedAfterRetentionTest {

    private static final Duration MONTH = Duration.ofDays(31);
    private static final Duration SEASON = Duration.ofDays(91);

    private final RetentionShop town = new RetentionShop();

    @AfterEach
    void everythingHoldsAtTheEnd() {
        town.drain();
        assertThat(town.shop.oracle().settled()).isEmpty();
        town.close();
    }

    @Test
    void aConfirmedCheckoutIsAnsweredTheSame() {
        Tabs tabs = tabs(SandboxCards.requiresAction());
        town.shop.gateway.completeAction(tabs.payKey());
        assertThat(town.commerce.checkout().complete(tabs.first)).isInstanceOf(Confirmed.class);
        town.commerce.orders().ship(ShipRequest.all(key("s"), tabs.order));

        sameAnswersAfter(tabs, Confirmed.class);
    }

    @Test
    void aCheckoutThatWasConfirmedAndCancelledLaterIsAnsweredTheSame() {
        Tabs tabs = tabs(SandboxCards.requiresAction());
        town.shop.gateway.completeAction(tabs.payKey());
        town.commerce.checkout().complete(tabs.first);
        assertThat(town.commerce.orders().cancel(tabs.order, "changed my mind", key("c")))
                .isInstanceOf(CancelResult.Cancelled.class);

        sameAnswersAfter(tabs, Confirmed.class);
    }

    @Test
    void aDeclinedCheckoutIsAnsweredTheSame() {
        Tabs tabs = tabs(SandboxCards.requiresAction());
        PaymentOutcome outcome = town.shop.gateway.failAction(tabs.payKey());
        town.commerce.checkout().settle(new PaymentNotification(tabs.payKey(), outcome));

        sameAnswersAfter(tabs, Declined.class);
    }

    @Test
    void aCheckoutThatExpiredIsAnsweredTheSame() {
        Tabs tabs = tabs(SandboxCards.requiresAction());
        town.after(Duration.ofMinutes(31));
        town.after(Duration.ofMinutes(5));

        sameAnswersAfter(tabs, Cancelled.class);
    }

    @Test
    void aCancelledCheckoutIsAnsweredTheSame() {
        Tabs tabs = tabs(SandboxCards.requiresAction());
        town.commerce.orders().cancel(tabs.order, "too slow", key("c"));
        town.after(Duration.ofMinutes(5));

        sameAnswersAfter(tabs, Cancelled.class);
        assertThat(town.commerce.orders().cancel(tabs.order, "too slow", key("c")))
                .isInstanceOf(CancelResult.Cancelled.class);
    }

    @Test
    void aCheckoutWhoseKeyIsForgottenMakesNoSecondOrder() {
        CartId cart = town.shop.cart(HOLDER, 2);
        CheckoutRequest request = town.shop.request("k", cart, SandboxCards.approved());
        OrderId order = ((Confirmed) town.commerce.checkout().complete(request)).order();
        town.commerce.orders().ship(ShipRequest.all(key("s"), order));
        town.drain();
        town.after(SEASON);
        assertThat(town.count("idempotency_key")).isZero();

        assertThat(town.commerce.checkout().find(BUYER, request.key())).isEmpty();
        assertThat(town.commerce.checkout().complete(request))
                .isInstanceOfSatisfying(
                        Confirmed.class, again -> assertThat(again.order()).isEqualTo(order));
        assertThat(town.count("shop_order")).isOne();
    }

    @Test
    void aDeclinedCheckoutWhoseKeyIsForgottenIsToldThatItsQuoteIsOld() {
        CartId cart = town.shop.cart(HOLDER, 2);
        CheckoutRequest request = town.shop.request("k", cart, SandboxCards.declined(DeclineReason.DO_NOT_HONOR));
        town.commerce.checkout().complete(request);
        town.after(SEASON);

        assertThat(town.commerce.checkout().complete(request)).isInstanceOf(QuoteChanged.class);
        assertThat(town.count("shop_order")).isOne();
    }

    @Test
    void whatWasShippedIsNotShippedAgain() {
        OrderId order = town.shipped("a");
        town.after(MONTH);
        ShipResult before = town.commerce.orders().ship(ShipRequest.all(key("ship-a"), order));
        town.after(SEASON);

        assertThat(before).isInstanceOf(ShipResult.Shipped.class);
        assertThat(town.commerce.orders().ship(ShipRequest.all(key("ship-a"), order)))
                .isInstanceOf(ShipResult.NotShippable.class);
    }

    @Test
    void aRepeatedReceiptIsAnotherOneOnceItsKeyIsForgotten() {
        town.commerce.inventory().receive(HOLDER, 5, key("delivery"));
        town.after(SEASON.minusDays(2));
        town.commerce.inventory().receive(HOLDER, 5, key("delivery"));
        assertThat(town.shop.available(HOLDER)).isEqualTo(10_005);
        town.after(Duration.ofDays(2));

        town.commerce.inventory().receive(HOLDER, 5, key("delivery"));

        assertThat(town.shop.available(HOLDER)).isEqualTo(10_010);
    }

    @Test
    void whoAsksOftenLeavesOneQuestion() {
        Tabs tabs = tabs(SandboxCards.requiresAction());
        town.shop.gateway.down();
        for (int i = 0; i < 30; i++) {
            town.commerce.checkout().complete(tabs.first);
            town.commerce.orders().cancel(tabs.order, "too slow", key("c"));
        }

        assertThat(town.count("workflow_signal")).isLessThanOrEqualTo(2);
        town.shop.gateway.up();
        town.after(Duration.ofMinutes(5));
        assertThat(town.count("workflow_signal")).isZero();
    }

    /** Two requests with two keys for one cart, of which the second joins the order of the first. */
    private Tabs tabs(PaymentToken token) {
        CartId cart = town.shop.cart(HOLDER, 2);
        Tabs tabs = new Tabs(town.shop.request("tab-1", cart, token), town.shop.request("tab-2", cart, token));
        tabs.order = ((Pending) town.commerce.checkout().complete(tabs.first)).order();
        assertThat(town.commerce.checkout().complete(tabs.second)).isInstanceOf(Pending.class);
        return tabs;
    }

    private void sameAnswersAfter(Tabs tabs, Class<? extends CheckoutResult> expected) {
        CheckoutResult first =
                town.commerce.checkout().find(BUYER, tabs.first.key()).orElseThrow();
        CheckoutResult second =
                town.commerce.checkout().find(BUYER, tabs.second.key()).orElseThrow();
        assertThat(List.of(first, second)).hasOnlyElementsOfType(expected);
        assertThat(second).isEqualTo(first);

        town.after(MONTH);

        assertThat(town.count("workflow", tabs.order)).isZero();
        assertThat(town.commerce.checkout().find(BUYER, tabs.first.key())).contains(first);
        assertThat(town.commerce.checkout().find(BUYER, tabs.second.key())).contains(first);
        assertThat(town.commerce.checkout().complete(tabs.first)).isEqualTo(first);
        assertThat(town.commerce.checkout().complete(tabs.second)).isEqualTo(first);
        assertThat(town.commerce.checkout().find(BUYER, tabs.second.key())).contains(first);
    }

    private static final class Tabs {

        private final CheckoutRequest first;
        private final CheckoutRequest second;
        private OrderId order = OrderId.of("none yet");

        Tabs(CheckoutRequest first, CheckoutRequest second) {
            this.first = first;
            this.second = second;
        }

        IdempotencyKey payKey() {
            return key("checkout-" + order + "/pay/1");
        }
    }
}
