package dev.commercekit.core.shop;

import static dev.commercekit.core.shop.TestShop.HOLDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.NotFoundException;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.checkout.CheckoutResult.Confirmed;
import dev.commercekit.checkout.CheckoutResult.Pending;
import dev.commercekit.core.Commerce;
import dev.commercekit.core.Shared;
import dev.commercekit.core.sandbox.SandboxCards;
import dev.commercekit.order.OrderId;
import dev.commercekit.order.OrderStatus;
import dev.commercekit.payment.DeclineReason;
import dev.commercekit.payment.GatewayReference;
import dev.commercekit.payment.PaymentGateway;
import dev.commercekit.payment.PaymentLedger.Kind;
import dev.commercekit.payment.PaymentNotification;
import dev.commercekit.payment.PaymentOutcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.AdditionalAnswers;

/** What a gateway tells of a payment by itself: before it is asked again, late, or against what it said before. */
class NotificationCasesTest extends PaymentFixture {

    @Test
    void aNotificationSettlesWithoutTheBrowser() {
        CheckoutRequest request = request(SandboxCards.requiresAction());
        Pending pending = (Pending) complete(request);
        PaymentOutcome outcome = shop.gateway.completeAction(payKey(pending.order()));

        shop.commerce.checkout().settle(new PaymentNotification(payKey(pending.order()), outcome));
        shop.commerce.checkout().settle(new PaymentNotification(payKey(pending.order()), outcome));

        assertThat(shop.commerce.checkout().find(TestShop.BUYER, request.key())).containsInstanceOf(Confirmed.class);
        assertThat(ledger()).containsExactly(Kind.AUTHORIZED);
    }

    @Test
    void aNotificationOfARequestThatWasNeverMadeIsRefused() {
        PaymentNotification stranger = new PaymentNotification(
                IdempotencyKey.of("checkout-nobody/pay/1"),
                new PaymentOutcome.Declined(DeclineReason.DO_NOT_HONOR, "x"));

        assertThatThrownBy(() -> shop.commerce.checkout().settle(stranger)).isInstanceOf(NotFoundException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"place", "settle", "nonsense", "", "pay "})
    void aNotificationOfAStepThatAsksForNothingIsRefused(String step) {
        Pending pending = (Pending) complete(request(SandboxCards.requiresAction()));
        PaymentNotification stranger = new PaymentNotification(
                IdempotencyKey.of("checkout-" + pending.order() + "/" + step + "/1"),
                new PaymentOutcome.Declined(DeclineReason.DO_NOT_HONOR, "x"));

        assertThatThrownBy(() -> shop.commerce.checkout().settle(stranger)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void releasesNothingWhileAGatewayMayStillCarryOutWhatItSaysIsCancelled() {
        CheckoutRequest request = request(SandboxCards.executesAfterCancel());
        Pending pending = (Pending) complete(request);
        after(Duration.ofMinutes(31));
        after(Duration.ofMinutes(1));
        assertThat(status(pending.order())).isEqualTo(OrderStatus.EXPIRING);
        assertThat(shop.available(HOLDER)).isEqualTo(4);

        PaymentOutcome late = shop.gateway.release(payKey(pending.order()));
        shop.commerce.checkout().settle(new PaymentNotification(payKey(pending.order()), late));

        assertThat(status(pending.order())).isEqualTo(OrderStatus.CANCELLED);
        assertThat(ledger()).containsExactly(Kind.AUTHORIZED, Kind.RELEASED);
        assertThat(shop.available(HOLDER)).isEqualTo(10);
    }

    @Test
    void givesStrayMoneyBackThatAGatewayTookAfterItHadDeclined() {
        try (Commerce lied = Commerce.builder()
                .storage(Shared.of(shop.storage))
                .payments(Shared.of(declining(shop.gateway)))
                .time(shop.clock)
                .manual()
                .build()) {
            CheckoutRequest request = request(SandboxCards.approved());
            OrderId order = ((CheckoutResult.Declined) lied.checkout().complete(request)).order();
            PaymentOutcome truth = shop.gateway.find(payKey(order)).orElseThrow();

            lied.checkout().settle(new PaymentNotification(payKey(order), truth));
            lied.checkout().settle(new PaymentNotification(payKey(order), truth));
        }

        assertThat(ledger()).containsExactly(Kind.AUTHORIZED, Kind.RELEASED);
        assertThat(shop.available(HOLDER)).isEqualTo(10);
    }

    /** Returns a gateway that carries authorizations out and says that it declined them. */
    private static PaymentGateway declining(PaymentGateway gateway) {
        PaymentGateway lying = mock(PaymentGateway.class, AdditionalAnswers.delegatesTo(gateway));
        doAnswer(call -> {
                    gateway.authorize(call.getArgument(0));
                    return new PaymentOutcome.Declined(DeclineReason.DO_NOT_HONOR, "lie");
                })
                .when(lying)
                .authorize(any());
        return lying;
    }

    @Test
    void aNotificationOfTheCancelThatEndedTheWaitingMovesNoMoney() {
        CheckoutRequest request = request(SandboxCards.requiresAction());
        Pending pending = (Pending) complete(request);
        after(Duration.ofMinutes(31));
        after(Duration.ofMinutes(1));
        IdempotencyKey end = IdempotencyKey.of(payKey(pending.order()) + "/end");
        PaymentOutcome released = new PaymentOutcome.Approved(
                new GatewayReference("end"), request.quote().total());

        shop.commerce.checkout().settle(new PaymentNotification(end, released));

        assertThat(ledger()).isEmpty();
        assertThat(shop.oracle().settled()).isEmpty();
    }

    @Test
    void aDefiniteNotificationSettlesACheckoutThatWaitsForAnOperator() {
        CheckoutRequest request = request(SandboxCards.downFor(Duration.ofHours(30)));
        Pending pending = (Pending) complete(request);
        for (int i = 0; i < 26 * 60; i++) {
            after(Duration.ofMinutes(1));
        }
        PaymentOutcome declined = new PaymentOutcome.Declined(DeclineReason.DO_NOT_HONOR, "late");

        shop.commerce.checkout().settle(new PaymentNotification(payKey(pending.order()), declined));

        assertThat(status(pending.order())).isEqualTo(OrderStatus.CANCELLED);
        assertThat(shop.available(HOLDER)).isEqualTo(10);
        assertThat(shop.oracle().settled()).isEmpty();
    }

    @Test
    void ignoresALateNotificationOfWhatItKnowsAlready() {
        Confirmed confirmed = (Confirmed) complete(request(SandboxCards.approved()));
        PaymentOutcome known = new PaymentOutcome.Approved(new GatewayReference("again"), confirmed.total());

        shop.commerce.checkout().settle(new PaymentNotification(payKey(confirmed.order()), known));

        assertThat(ledger()).containsExactly(Kind.AUTHORIZED);
        assertThat(status(confirmed.order())).isEqualTo(OrderStatus.CONFIRMED);
    }
}
