package dev.commercekit.core.shop;

import static dev.commercekit.core.shop.TestShop.HOLDER;
import static dev.commercekit.core.shop.TestShop.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.core.sandbox.SandboxCards;
import dev.commercekit.core.sandbox.SandboxOperation;
import dev.commercekit.core.sandbox.SandboxScript;
import dev.commercekit.money.Money;
import dev.commercekit.operator.AuditEntry;
import dev.commercekit.operator.AuditEntry.Action;
import dev.commercekit.operator.OutcomeRefusedException;
import dev.commercekit.operator.OutcomeRefusedException.Reason;
import dev.commercekit.operator.StuckWorkflow;
import dev.commercekit.order.CancelResult;
import dev.commercekit.order.OrderId;
import dev.commercekit.order.OrderStatus;
import dev.commercekit.payment.CaptureMode;
import dev.commercekit.payment.DeclineReason;
import dev.commercekit.payment.FollowUpRequest;
import dev.commercekit.payment.GatewayReference;
import dev.commercekit.payment.PaymentLedger.Kind;
import dev.commercekit.payment.PaymentNotification;
import dev.commercekit.payment.PaymentOutcome;
import dev.commercekit.payment.PaymentOutcome.Approved;
import dev.commercekit.payment.PaymentOutcome.Declined;
import dev.commercekit.payment.PaymentToken;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What operators decide about workflows, with the oracle clean at the end of each case. */
class OperatorDecisionsTest {

    private static final PaymentOutcome DECLINED = new Declined(DeclineReason.DO_NOT_HONOR, "seen-in-the-dashboard");

    private final SilentShop town = new SilentShop();

    @AfterEach
    void everythingIsSettledAtTheEnd() {
        town.demandThatAllIsSettled();
        town.close();
    }

    @Test
    void settlesAParkedCheckoutAsApprovedOnce() {
        SilentShop.Parked parked = town.parked(SandboxCards.approved());

        assertThat(town.operator.settle(pay(parked.order()), town.truth(parked.order()), "seen in the dashboard"))
                .isTrue();
        assertThat(town.operator.settle(pay(parked.order()), town.truth(parked.order()), "again"))
                .isFalse();

        assertThat(town.commerce.checkout().complete(parked.request())).isInstanceOf(CheckoutResult.Confirmed.class);
        assertThat(town.status(parked.order())).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(town.ledger()).containsExactly(Kind.AUTHORIZED);
        assertThat(town.shop.available(HOLDER)).isEqualTo(4);
        assertThat(town.operator.parkedWorkflows(10)).isEmpty();
        AuditEntry entry = onlyAudit();
        assertThat(entry.actor()).isEqualTo("olga");
        assertThat(entry.action()).isEqualTo(Action.SETTLE);
        assertThat(entry.subject()).isEqualTo("checkout-" + parked.order());
        assertThat(entry.note()).isEqualTo("seen in the dashboard");
        assertThat(entry.detail().orElseThrow()).contains("/pay/1: Approved[").contains("15.30");
        assertThat(entry.at()).isEqualTo(town.shop.clock.instant());
    }

    @Test
    void settlesAParkedCheckoutAsDeclined() {
        SilentShop.Parked parked = town.parked(SandboxCards.declined(DeclineReason.DO_NOT_HONOR));

        assertThat(town.operator.settle(pay(parked.order()), DECLINED, "declined there"))
                .isTrue();

        assertThat(town.commerce.checkout().complete(parked.request()))
                .isEqualTo(new CheckoutResult.Declined(parked.order(), DeclineReason.DO_NOT_HONOR));
        assertThat(town.shop.available(HOLDER)).isEqualTo(10);
    }

    @Test
    void abandonsAParkedCheckout() {
        SilentShop.Parked parked = town.parked(SandboxCards.declined(DeclineReason.DO_NOT_HONOR));

        assertThat(town.operator.abandon(pay(parked.order()), "never arrived")).isTrue();
        assertThat(town.operator.abandon(pay(parked.order()), "never arrived")).isFalse();

        assertThat(town.status(parked.order())).isEqualTo(OrderStatus.CANCELLED);
        assertThat(town.shop.available(HOLDER)).isEqualTo(10);
        assertThat(onlyAudit().action()).isEqualTo(Action.ABANDON);
    }

    @Test
    void givesTheMoneyBackThatTheGatewayTellsOfAfterTheOperatorHadGivenUp() {
        SilentShop.Parked parked = town.parked(SandboxCards.approved());
        town.gateway.speak();

        town.operator.abandon(pay(parked.order()), "never arrived");
        town.commerce.checkout().settle(new PaymentNotification(pay(parked.order()), town.truth(parked.order())));

        assertThat(town.status(parked.order())).isEqualTo(OrderStatus.CANCELLED);
        assertThat(town.ledger()).containsExactly(Kind.AUTHORIZED, Kind.RELEASED);
    }

    @Test
    void believesTheGatewayThatWasFaster() {
        SilentShop.Parked parked = town.parked(SandboxCards.approved());

        town.commerce.checkout().settle(new PaymentNotification(pay(parked.order()), town.truth(parked.order())));

        assertThat(town.operator.abandon(pay(parked.order()), "never arrived")).isFalse();
        assertThat(town.status(parked.order())).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(town.audit()).isEmpty();
    }

    @Test
    void retriesAParkedCheckoutWhichIsParkedAgain() {
        SilentShop.Parked parked = town.parked(SandboxCards.approved());
        String id = town.only().id();
        town.shop.clock.advance(Duration.ofHours(1));

        assertThat(town.operator.retry(id, "the gateway is back")).isTrue();

        assertThat(town.only().age()).isZero();
        assertThat(onlyAudit().action()).isEqualTo(Action.RETRY);
        town.operator.settle(pay(parked.order()), town.truth(parked.order()), "seen in the dashboard");
        assertThat(town.operator.retry(id, "once more")).isFalse();
        assertThat(town.audit()).hasSize(2);
    }

    @Test
    void triesARefusedRefundAgainUnderANewKeyAndSettlesItByHandInTheEnd() {
        town.gateway.speak();
        OrderId order = confirmed(SandboxCards.declinesRefunds(DeclineReason.NOT_ALLOWED));
        assertThat(town.commerce.orders().cancel(order, "changed my mind", key("c")))
                .isInstanceOf(CancelResult.Pending.class);
        StuckWorkflow first = town.only();
        assertThat(first.workflow()).isEqualTo("cancel");
        assertThat(first.order()).contains(order);
        assertThat(first.error().orElseThrow()).startsWith("the gateway refused");
        assertThat(first.request().orElseThrow().value()).endsWith("/move/2");

        town.operator.retry(first.id(), "there is money again");

        IdempotencyKey request = town.only().request().orElseThrow();
        assertThat(request.value()).endsWith("/move/3");
        assertThat(refused(() -> town.operator.abandon(request, "give up"))).isEqualTo(Reason.MONEY_MUST_MOVE);
        assertThat(refused(() -> town.operator.settle(request, DECLINED, "give up")))
                .isEqualTo(Reason.MONEY_MUST_MOVE);
        assertThat(refused(() -> town.operator.settle(request, approved("1.00"), "part of it")))
                .isEqualTo(Reason.ANOTHER_AMOUNT);
        refundedByHand(order);
        assertThat(town.operator.settle(request, approved("15.30"), "refunded by hand"))
                .isTrue();
        assertThat(town.commerce.orders().cancel(order, "changed my mind", key("c")))
                .isEqualTo(new CancelResult.Cancelled(order, Money.of("15.30", TestShop.GBP)));
        assertThat(town.audit()).extracting(AuditEntry::action).containsExactly(Action.SETTLE, Action.RETRY);
    }

    @Test
    void settlesByHandThatTheMoneyOfACheckoutIsBack() {
        CheckoutRequest request = town.request(SandboxCards.declinesRefunds(DeclineReason.NOT_ALLOWED))
                .capture(CaptureMode.AT_CHECKOUT);
        OrderId order = town.pending(request);
        assertThat(town.commerce.orders().cancel(order, "too slow", key("c"))).isInstanceOf(CancelResult.Pending.class);
        town.gateway.speak();
        town.after(Duration.ofMinutes(2));
        IdempotencyKey giveBack = town.only().request().orElseThrow();
        assertThat(giveBack).isEqualTo(key("checkout-" + order + "/give-back/2"));
        assertThat(refused(() -> town.operator.abandon(giveBack, "keep it"))).isEqualTo(Reason.MONEY_MUST_MOVE);

        refundedByHand(order);
        assertThat(town.operator.settle(giveBack, approved("15.30"), "refunded by hand"))
                .isTrue();

        assertThat(town.commerce.checkout().complete(request))
                .isEqualTo(new CheckoutResult.Cancelled(order, "too slow"));
        assertThat(town.commerce.orders().find(order).orElseThrow().payment().refunded())
                .isEqualTo(Money.of("15.30", TestShop.GBP));
    }

    private OrderId confirmed(PaymentToken token) {
        CheckoutRequest request = town.request(token).capture(CaptureMode.AT_CHECKOUT);
        return ((CheckoutResult.Confirmed) town.commerce.checkout().complete(request)).order();
    }

    /** What somebody does in the gateway's own dashboard: another request, which the card's script does not refuse. */
    private void refundedByHand(OrderId order) {
        GatewayReference reference = town.shop.gateway.referenceOf(pay(order)).orElseThrow();
        town.shop.gateway.next(SandboxOperation.REFUND, SandboxScript.approves());
        PaymentOutcome outcome = town.shop.gateway.refund(
                new FollowUpRequest(key("by-hand"), reference, Money.of("15.30", TestShop.GBP)));
        assertThat(outcome).isInstanceOf(Approved.class);
    }

    private static PaymentOutcome approved(String amount) {
        return new Approved(new GatewayReference("by-hand"), Money.of(amount, TestShop.GBP));
    }

    private AuditEntry onlyAudit() {
        List<AuditEntry> entries = town.audit();
        assertThat(entries).hasSize(1);
        return entries.get(0);
    }

    private static Reason refused(ThrowingCallable call) {
        return catchThrowableOfType(OutcomeRefusedException.class, call).reason();
    }

    private static IdempotencyKey pay(OrderId order) {
        return SilentShop.pay(order);
    }
}
