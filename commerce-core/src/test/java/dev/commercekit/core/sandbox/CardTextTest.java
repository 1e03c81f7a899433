package dev.commercekit.core.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.commercekit.InvalidInputException;
import dev.commercekit.payment.DeclineReason;
import dev.commercekit.payment.PaymentToken;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardTextTest {

    @Test
    void tokensReadAsWhatTheyDo() {
        assertThat(SandboxCards.approved().value()).isEqualTo("tok_approve");
        assertThat(SandboxCards.declined(DeclineReason.INSUFFICIENT_FUNDS).value())
                .isEqualTo("tok_decline_insufficient_funds");
        assertThat(SandboxCards.losesReply(2).value()).isEqualTo("tok_lose-reply_2");
        assertThat(SandboxCards.late(Duration.ofSeconds(90)).value()).isEqualTo("tok_late_90s");
        assertThat(SandboxCards.declinesRefunds(DeclineReason.DO_NOT_HONOR).value())
                .isEqualTo("tok_approve.refund:decline_do_not_honor");
    }

    @Test
    void aCardComesBackFromItsTokenUnchanged() {
        SandboxScript everything = SandboxScript.declines(DeclineReason.EXPIRED_METHOD)
                .late(Duration.ofMillis(1500))
                .ignoringCancel()
                .answeringServerError()
                .hidden()
                .losingRequest(3)
                .losingReply(2)
                .throwing()
                .downFor(Duration.ofMinutes(5))
                .forgettingAfter(Duration.ofHours(1));
        SandboxCard card = SandboxCard.of(everything)
                .onCapture(SandboxScript.approves().losingReply(1).hidden())
                .onCancel(SandboxScript.approves().late());

        assertThat(CardText.read(card.token())).isEqualTo(card);
        assertThat(SandboxCard.of(everything).authorize()).hasToString(everything.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"visa", "card-on-file", "pm_1Nf8", "lose-reply_2"})
    void anyOtherTokenIsPlain(String token) {
        assertThat(CardText.read(PaymentToken.of(token))).isEqualTo(SandboxCard.PLAIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tok_",
                "tok_visa",
                "tok_declin_do_not_honor",
                "tok_decline",
                "tok_decline_bad_luck",
                "tok_lose-reply",
                "tok_lose-reply_0",
                "tok_lose-reply_2.visa",
                "tok_late_soon",
                "tok_approve_1",
                "tok_payout:approve",
                "tok_capture:action",
                "tok_approve..late"
            })
    void aScriptWithAMistakeIsDeclined(String token) {
        assertThat(CardText.read(PaymentToken.of(token)).authorize())
                .isEqualTo(SandboxScript.declines(DeclineReason.INVALID_METHOD));
    }

    @Test
    void onlyAnAuthorizationCanWaitForItsBuyer() {
        SandboxScript waits = SandboxScript.approves().afterAction();

        assertThatThrownBy(() -> SandboxCard.PLAIN.onCapture(waits)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void countsAndTimesMustBeAboveZero() {
        SandboxScript script = SandboxScript.approves();

        assertThatThrownBy(() -> script.losingReply(0)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> script.losingReply(-1)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> script.late(Duration.ZERO)).isInstanceOf(InvalidInputException.class);
    }
}
