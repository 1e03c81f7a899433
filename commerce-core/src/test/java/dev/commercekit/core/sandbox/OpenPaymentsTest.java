package dev.commercekit.core.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.commercekit.NotFoundException;
import dev.commercekit.payment.AuthorizeRequest;
import dev.commercekit.payment.DeclineReason;
import dev.commercekit.payment.FollowUpRequest;
import dev.commercekit.payment.GatewayReference;
import dev.commercekit.payment.PaymentLedger.Kind;
import dev.commercekit.payment.PaymentNotification;
import dev.commercekit.payment.PaymentOutcome;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OpenPaymentsTest extends SandboxFixture {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void aCompletedActionAuthorizesAndIsNotified() {
        AuthorizeRequest request = request(SandboxCards.requiresAction());
        assertThat(gateway.authorize(request)).isInstanceOf(PaymentOutcome.ActionRequired.class);
        assertThat(gateway.find(request.key())).contains(gateway.authorize(request));
        assertThat(gateway.entries()).isEmpty();

        PaymentOutcome outcome = gateway.completeAction(request.key());

        assertThat(outcome).isInstanceOf(PaymentOutcome.Approved.class);
        assertThat(gateway.completeAction(request.key())).isEqualTo(outcome);
        assertThat(gateway.authorize(request)).isEqualTo(outcome);
        assertThat(notifications).containsExactly(new PaymentNotification(request.key(), outcome));
        assertThat(movements()).containsExactly(Kind.AUTHORIZED);
    }

    @Test
    void aFailedActionDeclinesAndIsNotified() {
        AuthorizeRequest request = request(SandboxCards.requiresAction());
        gateway.authorize(request);

        PaymentOutcome outcome = gateway.failAction(request.key());

        assertThat(outcome).isEqualTo(declined(DeclineReason.ACTION_NOT_COMPLETED, "action-failed"));
        assertThat(gateway.completeAction(request.key())).isEqualTo(outcome);
        assertThat(notifications).hasSize(1);
        assertThat(gateway.entries()).isEmpty();
    }

    @Test
    void anActionExpiresWhenItsTimeHasPassed() {
        AuthorizeRequest request = request(SandboxCards.requiresAction(MINUTE));
        Instant deadline = clock.instant().plus(MINUTE);
        PaymentOutcome.ActionRequired waiting = (PaymentOutcome.ActionRequired) gateway.authorize(request);
        assertThat(waiting.action().expiresAt()).contains(deadline);

        clock.pass(MINUTE);
        gateway.tick();

        PaymentOutcome outcome = declined(DeclineReason.ACTION_NOT_COMPLETED, "action-expired");
        assertThat(notifications).containsExactly(new PaymentNotification(request.key(), outcome));
        assertThat(gateway.completeAction(request.key())).isEqualTo(outcome);
    }

    @Test
    void anActionMayBeCompletedAndDeclinedNonetheless() {
        AuthorizeRequest request = request(SandboxCard.of(
                        SandboxScript.declines(DeclineReason.SUSPECTED_FRAUD).afterAction())
                .token());
        gateway.authorize(request);

        assertThat(gateway.completeAction(request.key())).isInstanceOf(PaymentOutcome.Declined.class);
    }

    @Test
    void onlyAPaymentThatWaitsCanBeActedUpon() {
        AuthorizeRequest request = request(SandboxCards.approved());
        gateway.authorize(request);

        assertThatThrownBy(() -> gateway.completeAction(request.key())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> gateway.release(newKey())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void aLateRequestIsCarriedOutWhenReleased() {
        AuthorizeRequest request = request(SandboxCards.late());

        assertThat(gateway.authorize(request)).isInstanceOf(PaymentOutcome.Unknown.class);
        assertThat(gateway.authorize(request)).isInstanceOf(PaymentOutcome.Unknown.class);
        assertThat(gateway.find(request.key())).containsInstanceOf(PaymentOutcome.Unknown.class);
        assertThat(gateway.open()).containsExactly(request.key());

        PaymentOutcome outcome = gateway.release(request.key());

        assertThat(gateway.authorize(request)).isEqualTo(outcome).isInstanceOf(PaymentOutcome.Approved.class);
        assertThat(notifications).containsExactly(new PaymentNotification(request.key(), outcome));
        assertThat(gateway.open()).isEmpty();
        assertThat(movements()).containsExactly(Kind.AUTHORIZED);
    }

    @Test
    void aLateRequestIsCarriedOutInItsTimeAlsoWhileNobodyLooks() {
        AuthorizeRequest request = request(SandboxCards.late(MINUTE));
        Instant due = clock.instant().plus(MINUTE);
        gateway.authorize(request);

        clock.pass(MINUTE.multipliedBy(5));

        assertThat(gateway.entries()).extracting("at").containsExactly(due);
        assertThat(notifications).hasSize(1);
    }

    @Test
    void aHiddenLateRequestIsNotFoundUntilItIsCarriedOut() {
        AuthorizeRequest request =
                request(SandboxCard.of(SandboxScript.approves().late().hidden()).token());
        gateway.authorize(request);
        assertThat(gateway.find(request.key())).isEmpty();

        gateway.release(request.key());

        assertThat(gateway.find(request.key())).containsInstanceOf(PaymentOutcome.Approved.class);
    }

    @Test
    void aCancelEndsARequestInFlight() {
        AuthorizeRequest request = request(SandboxCards.late(MINUTE));
        gateway.authorize(request);
        GatewayReference authorization = gateway.referenceOf(request.key()).orElseThrow();

        assertThat(gateway.cancel(followUp(authorization, "10.00"))).isInstanceOf(PaymentOutcome.Approved.class);
        clock.pass(MINUTE);

        assertThat(gateway.authorize(request)).isEqualTo(declined(DeclineReason.NOT_ALLOWED, "cancelled"));
        assertThat(gateway.entries()).isEmpty();
    }

    @Test
    void anAuthorizationMayBeCarriedOutAfterItsCancelWasAccepted() {
        AuthorizeRequest request = request(SandboxCards.executesAfterCancel());
        GatewayReference authorization = ((PaymentOutcome.ActionRequired) gateway.authorize(request)).reference();
        FollowUpRequest cancel = followUp(authorization, "10.00");
        PaymentOutcome cancelled = gateway.cancel(cancel);
        assertThat(cancelled).isInstanceOf(PaymentOutcome.Approved.class);
        assertThat(gateway.authorize(request)).isInstanceOf(PaymentOutcome.Unknown.class);

        gateway.completeAction(request.key());

        assertThat(movements()).containsExactly(Kind.AUTHORIZED);
        assertThat(gateway.authorize(request)).isInstanceOf(PaymentOutcome.Approved.class);
        assertThat(gateway.cancel(cancel)).isEqualTo(cancelled);
        assertThat(gateway.cancel(followUp(authorization, "10.00"))).isInstanceOf(PaymentOutcome.Approved.class);
        assertThat(movements()).containsExactly(Kind.AUTHORIZED, Kind.RELEASED);
    }

    @Test
    void aLateAuthorizationMayIgnoreItsCancelAsWell() {
        AuthorizeRequest request =
                request(SandboxCard.of(SandboxScript.approves().late(MINUTE).ignoringCancel())
                        .token());
        gateway.authorize(request);
        gateway.cancel(followUp(gateway.referenceOf(request.key()).orElseThrow(), "10.00"));

        clock.pass(MINUTE);

        assertThat(movements()).containsExactly(Kind.AUTHORIZED);
    }

    @Test
    void aLateCaptureIsJudgedWhenItIsCarriedOut() {
        GatewayReference authorization = authorized(
                SandboxCard.PLAIN.onCapture(SandboxScript.approves().late()).token());
        FollowUpRequest capture = followUp(authorization, "10.00");
        gateway.capture(capture);
        gateway.cancel(followUp(authorization, "10.00"));

        assertThat(gateway.release(capture.key())).isEqualTo(declined(DeclineReason.NOT_ALLOWED, "amount-too-large"));
        assertThat(movements()).containsExactly(Kind.AUTHORIZED, Kind.RELEASED);
    }

    @Test
    void aListenerThatThrowsSpoilsNothingAndANotificationMayComeAgain() {
        gateway.onNotification(notification -> {
            throw new IllegalStateException("planted");
        });
        gateway.onNotification(notification -> gateway.find(notification.key()));
        AuthorizeRequest request = request(SandboxCards.late());
        gateway.authorize(request);
        gateway.release(request.key());

        gateway.notifyAgain(request.key());

        assertThat(notifications).hasSize(2);
        assertThat(notifications.get(1)).isEqualTo(notifications.get(0));
    }
}
