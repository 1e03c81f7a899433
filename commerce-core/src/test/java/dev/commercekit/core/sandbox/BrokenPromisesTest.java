package dev.commercekit.core.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.commercekit.InvalidInputException;
import dev.commercekit.payment.AuthorizeRequest;
import dev.commercekit.payment.PaymentLedger.Kind;
import dev.commercekit.payment.PaymentOutcome;
import dev.commercekit.payment.PaymentToken;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BrokenPromisesTest extends SandboxFixture {

    @Test
    void aStoredServerErrorIsRepeatedForEverThoughItWasCarriedOut() {
        AuthorizeRequest request = request(SandboxCards.serverErrorAfterwards());

        assertThat(gateway.authorize(request)).isInstanceOf(PaymentOutcome.Unknown.class);
        clock.pass(Duration.ofHours(23));
        assertThat(gateway.authorize(request)).isInstanceOf(PaymentOutcome.Unknown.class);
        assertThat(movements()).containsExactly(Kind.AUTHORIZED);
        assertThat(gateway.find(request.key())).containsInstanceOf(PaymentOutcome.Approved.class);
    }

    @Test
    void aStoredServerErrorMayHaveDoneNothing() {
        AuthorizeRequest request = request(SandboxCards.serverErrorInstead());

        assertThat(gateway.authorize(request)).isInstanceOf(PaymentOutcome.Unknown.class);
        assertThat(gateway.authorize(request)).isInstanceOf(PaymentOutcome.Unknown.class);
        assertThat(gateway.entries()).isEmpty();
        assertThat(gateway.find(request.key())).containsInstanceOf(PaymentOutcome.Declined.class);
    }

    @Test
    void aHiddenServerErrorIsNeverFound() {
        SandboxScript script = SandboxScript.approves().answeringServerError().hidden();
        AuthorizeRequest request = request(SandboxCard.of(script).token());
        gateway.authorize(request);

        assertThat(gateway.find(request.key())).isEmpty();
        assertThat(movements()).containsExactly(Kind.AUTHORIZED);
    }

    @Test
    void aKeyIsForgottenAfterTheReplayWindowAndThenCarriedOutAgain() {
        AuthorizeRequest request = request(SandboxCards.approved());
        PaymentOutcome first = gateway.authorize(request);

        clock.pass(Duration.ofHours(24).minusNanos(1));
        assertThat(gateway.authorize(request)).isEqualTo(first);
        clock.pass(Duration.ofNanos(1));
        assertThat(gateway.find(request.key())).isEmpty();
        assertThat(gateway.authorize(request)).isNotEqualTo(first);
        assertThat(movements()).containsExactly(Kind.AUTHORIZED, Kind.AUTHORIZED);
    }

    @Test
    void theReplayWindowCanBeChosen() {
        SandboxGateway quick = SandboxGateway.with(SandboxOptions.at(clock).replayingFor(Duration.ofSeconds(5)));
        AuthorizeRequest request = request(SandboxCards.approved());
        quick.authorize(request);
        clock.pass(Duration.ofSeconds(5));
        quick.authorize(request);

        assertThat(quick.replayWindow()).isEqualTo(Duration.ofSeconds(5));
        assertThat(quick.entries()).hasSize(2);
    }

    @Test
    void aCardMayMakeTheGatewayForgetTooSoon() {
        AuthorizeRequest request = request(SandboxCards.forgetsAfter(Duration.ofSeconds(10)));
        gateway.authorize(request);
        clock.pass(Duration.ofSeconds(9));
        gateway.authorize(request);
        assertThat(gateway.entries()).hasSize(1);

        clock.pass(Duration.ofSeconds(1));
        gateway.authorize(request);

        assertThat(gateway.entries()).hasSize(2);
    }

    @Test
    void aKeyCanBeForgottenByHandAndAnOpenOneOnlyWhenItIsSettled() {
        AuthorizeRequest settled = request(SandboxCards.approved());
        AuthorizeRequest open = request(SandboxCards.late());
        gateway.authorize(settled);
        gateway.authorize(open);

        gateway.forget(settled.key());
        gateway.forget(open.key());

        assertThat(gateway.find(settled.key())).isEmpty();
        assertThat(gateway.find(open.key())).isPresent();
        gateway.release(open.key());
        assertThat(gateway.find(open.key())).isEmpty();
    }

    @Test
    void aRequestThatIsStillOpenOutlivesTheReplayWindow() {
        AuthorizeRequest request = request(SandboxCards.requiresAction());
        gateway.authorize(request);
        clock.pass(Duration.ofHours(25));

        assertThat(gateway.open()).containsExactly(request.key());
        assertThat(gateway.completeAction(request.key())).isInstanceOf(PaymentOutcome.Approved.class);
        assertThat(gateway.find(request.key())).isEmpty();
    }

    @Test
    void theNextNewKeyCanBeScriptedWhateverItsCard() {
        gateway.next(SandboxOperation.AUTHORIZE, SandboxScript.approves().losingReply(1));
        AuthorizeRequest first = request(PaymentToken.of("visa"));

        assertThat(gateway.authorize(first)).isInstanceOf(PaymentOutcome.Unknown.class);
        assertThat(gateway.authorize(first)).isInstanceOf(PaymentOutcome.Approved.class);
        assertThat(gateway.authorize(request(PaymentToken.of("visa")))).isInstanceOf(PaymentOutcome.Approved.class);
        assertThatThrownBy(() -> gateway.next(SandboxOperation.FIND, SandboxScript.approves()))
                .isInstanceOf(InvalidInputException.class);
    }
}
