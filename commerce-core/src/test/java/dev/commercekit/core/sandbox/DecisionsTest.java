package dev.commercekit.core.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.commercekit.KeyReusedException;
import dev.commercekit.money.Money;
import dev.commercekit.payment.AuthorizeRequest;
import dev.commercekit.payment.DeclineReason;
import dev.commercekit.payment.FollowUpRequest;
import dev.commercekit.payment.GatewayReference;
import dev.commercekit.payment.PaymentLedger.Kind;
import dev.commercekit.payment.PaymentOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DecisionsTest extends SandboxFixture {

    @ParameterizedTest
    @EnumSource(DeclineReason.class)
    void aCardDeclinesForItsReason(DeclineReason reason) {
        assertThat(gateway.authorize(request(SandboxCards.declined(reason))))
                .isEqualTo(declined(reason, reason.name().toLowerCase(Locale.ROOT)));
        assertThat(gateway.entries()).isEmpty();
    }

    @Test
    void capturesAndRefundsMayBeDeclined() {
        GatewayReference uncaptured = authorized(SandboxCards.declinesCaptures(DeclineReason.EXPIRED_METHOD));
        GatewayReference captured = captured(SandboxCards.declinesRefunds(DeclineReason.DO_NOT_HONOR));

        assertThat(gateway.capture(followUp(uncaptured, "1.00")))
                .isEqualTo(declined(DeclineReason.EXPIRED_METHOD, "expired_method"));
        assertThat(gateway.refund(followUp(captured, "1.00")))
                .isEqualTo(declined(DeclineReason.DO_NOT_HONOR, "do_not_honor"));
        assertThat(movements()).containsExactly(Kind.AUTHORIZED, Kind.AUTHORIZED, Kind.CAPTURED);
    }

    @Test
    void aKeyThatComesWithAnotherContentIsDeclinedAndHasNoEffect() {
        AuthorizeRequest request = request(SandboxCards.approved());
        PaymentOutcome first = gateway.authorize(request);
        Money other = Money.of("11.00", "GBP");

        assertThatThrownBy(() -> gateway.authorize(
                        new AuthorizeRequest(request.key(), "order-1", other, request.token(), false)))
                .isInstanceOf(KeyReusedException.class);
        assertThat(gateway.authorize(request)).isEqualTo(first);
        assertThat(gateway.entries()).hasSize(1);
    }

    @Test
    void anotherCurrencyAndAnUnknownAuthorizationAreNotAllowed() {
        GatewayReference authorization = authorized(SandboxCards.approved());
        Money euros = Money.of("1.00", "EUR");

        assertThat(gateway.capture(new FollowUpRequest(newKey(), authorization, euros)))
                .isEqualTo(declined(DeclineReason.NOT_ALLOWED, "other-currency"));
        assertThat(gateway.capture(followUp(new GatewayReference("auth-0"), "1.00")))
                .isEqualTo(declined(DeclineReason.NOT_ALLOWED, "no-such-authorization"));
    }

    @Test
    void aCancelNamesAllThatWasAuthorizedAndAnswersWhatWasReleased() {
        GatewayReference authorization = authorized(SandboxCards.approved());
        gateway.capture(followUp(authorization, "4.00"));

        assertThat(gateway.cancel(followUp(authorization, "6.00")))
                .isEqualTo(declined(DeclineReason.NOT_ALLOWED, "amount-mismatch"));
        PaymentOutcome.Approved released = (PaymentOutcome.Approved) gateway.cancel(followUp(authorization, "10.00"));
        assertThat(released.amount()).isEqualTo(Money.of("6.00", "GBP"));
        assertThat(gateway.cancel(followUp(authorization, "10.00")))
                .isEqualTo(declined(DeclineReason.NOT_ALLOWED, "nothing-to-release"));
    }

    @Test
    void anEntrySaysWhatWhoseWhenAndWhy() {
        AuthorizeRequest request = request(SandboxCards.approved());
        GatewayReference authorization = ((PaymentOutcome.Approved) gateway.authorize(request)).reference();

        assertThat(gateway.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.key()).isEqualTo(request.key());
            assertThat(entry.reference()).isEqualTo("order-1");
            assertThat(entry.authorization()).isEqualTo(authorization);
            assertThat(entry.amount()).isEqualTo(TEN);
            assertThat(entry.at()).isEqualTo(clock.instant());
        });
    }

    @Test
    void everyCallIsCountedAndDelayedByTheHook() {
        List<SandboxOperation> delayed = new ArrayList<>();
        SandboxGateway slow = SandboxGateway.with(SandboxOptions.at(clock).delayedBy(delayed::add));
        AuthorizeRequest request = request(SandboxCards.losesRequest(1));
        slow.authorize(request);
        slow.authorize(request);
        slow.find(request.key());

        assertThat(slow.calls(SandboxOperation.AUTHORIZE)).isEqualTo(2);
        assertThat(slow.calls(SandboxOperation.FIND)).isEqualTo(1);
        assertThat(slow.calls(SandboxOperation.REFUND)).isZero();
        assertThat(delayed)
                .containsExactly(SandboxOperation.AUTHORIZE, SandboxOperation.AUTHORIZE, SandboxOperation.FIND);
    }

    @Test
    void aGatewayThatWasStartedAnewDoesNotAnswerToOldReferences() {
        GatewayReference old = authorized(SandboxCards.approved());
        clock.pass(Duration.ofMillis(1));
        SandboxGateway anew = SandboxGateway.at(clock);
        anew.authorize(request(SandboxCards.approved()));

        assertThat(anew.capture(followUp(old, "1.00"))).isInstanceOf(PaymentOutcome.Declined.class);
    }

    @Test
    void listenersRunWhereTheOptionsSay() {
        List<Runnable> waiting = new ArrayList<>();
        SandboxGateway patient = SandboxGateway.with(SandboxOptions.at(clock).notifyingOn(waiting::add));
        patient.onNotification(notifications::add);
        AuthorizeRequest request = request(SandboxCards.late());
        patient.authorize(request);
        patient.release(request.key());

        assertThat(notifications).isEmpty();
        waiting.forEach(Runnable::run);
        assertThat(notifications).hasSize(1);
    }
}
