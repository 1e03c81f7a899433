package dev.commercekit.core.shop;

import static dev.commercekit.core.shop.TestShop.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.InvalidInputException;
import dev.commercekit.NotFoundException;
import dev.commercekit.PageRequest;
import dev.commercekit.account.Permission;
import dev.commercekit.account.PermissionDeniedException;
import dev.commercekit.account.Principal;
import dev.commercekit.core.sandbox.SandboxCards;
import dev.commercekit.operator.AuditEntry;
import dev.commercekit.operator.Operator;
import dev.commercekit.operator.OutcomeRefusedException;
import dev.commercekit.operator.OutcomeRefusedException.Reason;
import dev.commercekit.operator.StuckWorkflow;
import dev.commercekit.order.OrderId;
import dev.commercekit.order.OrderStatus;
import dev.commercekit.payment.DeclineReason;
import dev.commercekit.payment.PaymentOutcome;
import dev.commercekit.payment.PaymentOutcome.Declined;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What operators see, and who may. */
class OperatorTest {

    private static final PaymentOutcome DECLINED = new Declined(DeclineReason.DO_NOT_HONOR, "seen-in-the-dashboard");

    private final SilentShop town = new SilentShop();

    @AfterEach
    void everythingIsSettledAtTheEnd() {
        town.demandThatAllIsSettled();
        town.close();
    }

    @Test
    void showsAParkedCheckoutWithAllThatAnOperatorMustKnow() {
        OrderId order = town.parked(SandboxCards.approved()).order();
        town.shop.clock.advance(Duration.ofHours(2));

        StuckWorkflow stuck = town.only();

        assertThat(stuck.id()).isEqualTo("checkout-" + order);
        assertThat(stuck.workflow()).isEqualTo("checkout");
        assertThat(stuck.order()).contains(order);
        assertThat(stuck.step()).isEqualTo("pay");
        assertThat(stuck.request()).contains(key("checkout-" + order + "/pay/1"));
        assertThat(stuck.parked()).isTrue();
        assertThat(stuck.age()).isEqualTo(Duration.ofHours(2));
        assertThat(stuck.since()).isEqualTo(town.shop.clock.instant().minus(Duration.ofHours(2)));
        assertThat(stuck.attempts()).isPositive();
        assertThat(stuck.error()).contains("the gateway cannot be asked");
        town.operator.settle(pay(order), town.truth(order), "as in the dashboard");
    }

    @Test
    void findsACheckoutThatIsUnderWayForTooLongButLetsNobodyGiveItUp() {
        OrderId order = town.pending(town.request(SandboxCards.approved()));
        town.after(Duration.ofMinutes(9));
        assertThat(town.operator.slowWorkflows(Duration.ofMinutes(10), 10)).isEmpty();
        town.after(Duration.ofMinutes(2));

        assertThat(town.operator.parkedWorkflows(10)).isEmpty();
        assertThat(town.operator.slowWorkflows(Duration.ofMinutes(10), 10))
                .singleElement()
                .satisfies(slow -> {
                    assertThat(slow.parked()).isFalse();
                    assertThat(slow.age()).isEqualTo(Duration.ofMinutes(11));
                    assertThat(slow.error()).contains("silent");
                    assertThat(slow.order()).contains(order);
                });
        assertThat(town.operator.retry("checkout-" + order, "hurry")).isFalse();
        assertThat(refused(() -> town.operator.abandon(pay(order), "give up"))).isEqualTo(Reason.STILL_UNDER_WAY);
        assertThat(town.operator.settle(pay(order), town.truth(order), "seen in the dashboard"))
                .isTrue();
        assertThat(town.status(order)).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(town.operator.slowWorkflows(Duration.ZERO, 10)).isEmpty();
    }

    @Test
    void anAgeIsOneThatAWorkflowCanHave() {
        assertThat(town.operator.slowWorkflows(Duration.ofDays(36_500), 10)).isEmpty();
        for (Duration bad : List.of(Duration.ofDays(-1), Duration.ofDays(36_501), Duration.ofSeconds(Long.MAX_VALUE))) {
            assertThatThrownBy(() -> town.operator.slowWorkflows(bad, 10))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageStartingWith("olderThan: ");
        }
    }

    @Test
    void listsTheAuditNewestFirstAPageAtATime() {
        SilentShop.Parked parked = town.parked(SandboxCards.approved());
        for (int i = 1; i <= 4; i++) {
            town.shop.clock.advance(Duration.ofMinutes(1));
            town.operator.retry(town.only().id(), "retry " + i);
        }
        town.shop.clock.advance(Duration.ofMinutes(1));
        town.operator.settle(pay(parked.order()), town.truth(parked.order()), "settle");

        var first = town.operator.audit(PageRequest.first(3));
        var second = town.operator.audit(PageRequest.first(3).after(first.next().orElseThrow()));

        assertThat(first.items()).extracting(AuditEntry::note).containsExactly("settle", "retry 4", "retry 3");
        assertThat(second.items()).extracting(AuditEntry::note).containsExactly("retry 2", "retry 1");
        assertThat(second.next()).isEmpty();
    }

    @Test
    void everyMethodNeedsThePermission() {
        Operator clerk = town.commerce
                .as(Principal.of("clerk", Permission.MANAGE_ORDERS, Permission.ACT_FOR_BUYERS))
                .operator();
        List<Runnable> calls = List.of(
                () -> clerk.parkedWorkflows(1),
                () -> clerk.slowWorkflows(Duration.ZERO, 1),
                () -> clerk.parkedEvents(1),
                () -> clerk.retry("w", "n"),
                () -> clerk.settle(key("w/pay/1"), DECLINED, "n"),
                () -> clerk.abandon(key("w/pay/1"), "n"),
                () -> clerk.retryEvent("e", "n"),
                () -> clerk.abandonEvent("e", "n"),
                () -> clerk.audit(PageRequest.first(1)));
        assertThat(calls)
                .allSatisfy(call -> assertThat(catchThrowableOfType(PermissionDeniedException.class, call::run)
                                .permission())
                        .isEqualTo(Permission.OPERATE));
    }

    @Test
    void refusesBadInputAndWhatIsNotThere() {
        assertThatThrownBy(() -> town.operator.retry("checkout-nobody", "n")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> town.operator.settle(key("checkout-nobody/pay/1"), DECLINED, "n"))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> town.operator.abandon(key("nothing"), "n")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> town.operator.retryEvent("nothing", "n")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> town.operator.abandonEvent("nothing", "n")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> town.operator.retry("checkout-nobody", " "))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("note");
        assertThatThrownBy(() -> town.operator.settle(key("w/pay/1"), new PaymentOutcome.Unknown("?"), "n"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("outcome");
        assertThatThrownBy(() -> town.operator.parkedWorkflows(0)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> town.operator.slowWorkflows(Duration.ofSeconds(-1), 1))
                .isInstanceOf(InvalidInputException.class);
        assertThat(town.audit()).isEmpty();
    }

    private static Reason refused(ThrowingCallable call) {
        return catchThrowableOfType(OutcomeRefusedException.class, call).reason();
    }

    private static IdempotencyKey pay(OrderId order) {
        return SilentShop.pay(order);
    }
}
