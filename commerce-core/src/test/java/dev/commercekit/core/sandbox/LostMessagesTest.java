package dev.commercekit.core.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.commercekit.money.Money;
import dev.commercekit.payment.AuthorizeRequest;
import dev.commercekit.payment.DeclineReason;
import dev.commercekit.payment.FollowUpRequest;
import dev.commercekit.payment.GatewayReference;
import dev.commercekit.payment.PaymentLedger.Kind;
import dev.commercekit.payment.PaymentOutcome;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LostMessagesTest extends SandboxFixture {

    @Test
    void aLostReplyHasAnEffectAndTheSameKeyTellsIt() {
        AuthorizeRequest request = request(SandboxCards.losesReply(2));

        assertThat(gateway.authorize(request)).isInstanceOf(PaymentOutcome.Unknown.class);
        assertThat(gateway.authorize(request)).isInstanceOf(PaymentOutcome.Unknown.class);
        assertThat(gateway.authorize(request)).isInstanceOf(PaymentOutcome.Approved.class);
        assertThat(movements()).containsExactly(Kind.AUTHORIZED);
    }

    @Test
    void aLostReplyIsFoundByItsKey() {
        AuthorizeRequest request = request(SandboxCards.losesReply(1));
        gateway.authorize(request);

        assertThat(gateway.find(request.key())).containsInstanceOf(PaymentOutcome.Approved.class);
    }

    @Test
    void aLostReplyMayThrow() {
        AuthorizeRequest request = request(SandboxCards.throwsAfterwards(1));

        assertThatThrownBy(() -> gateway.authorize(request)).isInstanceOf(UncheckedIOException.class);
        assertThat(movements()).containsExactly(Kind.AUTHORIZED);
        assertThat(gateway.authorize(request)).isInstanceOf(PaymentOutcome.Approved.class);
    }

    @Test
    void theReplyOfADeclineMayBeLostAsWell() {
        AuthorizeRequest request = request(SandboxCard.of(
                        SandboxScript.declines(DeclineReason.DO_NOT_HONOR).losingReply(1))
                .token());

        assertThat(gateway.authorize(request)).isInstanceOf(PaymentOutcome.Unknown.class);
        assertThat(gateway.authorize(request)).isEqualTo(declined(DeclineReason.DO_NOT_HONOR, "do_not_honor"));
    }

    @Test
    void aLostRequestHasNoEffectAndItsKeyIsNotFound() {
        AuthorizeRequest request = request(SandboxCards.losesRequest(1));

        assertThat(gateway.authorize(request)).isInstanceOf(PaymentOutcome.Unknown.class);
        assertThat(gateway.find(request.key())).isEmpty();
        assertThat(gateway.entries()).isEmpty();
        assertThat(gateway.authorize(request)).isInstanceOf(PaymentOutcome.Approved.class);
    }

    @Test
    void aKeyWhoseRequestWasLostIsStillFreeForAnotherContent() {
        AuthorizeRequest request = request(SandboxCards.losesRequest(1));
        gateway.authorize(request);
        Money other = Money.of("7.00", "GBP");

        gateway.authorize(new AuthorizeRequest(request.key(), "order-1", other, request.token(), false));

        assertThat(gateway.entries()).extracting("amount").containsExactly(other);
    }

    @Test
    void everyKeyOfACardSuffersAnew() {
        AuthorizeRequest first = request(SandboxCards.losesReply(1));
        AuthorizeRequest second = request(SandboxCards.losesReply(1));
        gateway.authorize(first);

        assertThat(gateway.authorize(second)).isInstanceOf(PaymentOutcome.Unknown.class);
        assertThat(gateway.authorize(first)).isInstanceOf(PaymentOutcome.Approved.class);
    }

    @Test
    void repliesOfCapturesRefundsAndCancelsMayBeLost() {
        SandboxScript loses = SandboxScript.approves().losingReply(1);
        SandboxCard card = SandboxCard.PLAIN.onCapture(loses).onRefund(loses).onCancel(loses);
        GatewayReference authorization = authorized(card.token());
        FollowUpRequest capture = followUp(authorization, "6.00");
        FollowUpRequest refund = followUp(authorization, "5.00");
        FollowUpRequest cancel = followUp(authorization, "10.00");

        assertThat(gateway.capture(capture)).isInstanceOf(PaymentOutcome.Unknown.class);
        assertThat(gateway.refund(refund)).isInstanceOf(PaymentOutcome.Unknown.class);
        assertThat(gateway.cancel(cancel)).isInstanceOf(PaymentOutcome.Unknown.class);

        assertThat(gateway.capture(capture)).isInstanceOf(PaymentOutcome.Approved.class);
        assertThat(gateway.refund(refund)).isInstanceOf(PaymentOutcome.Approved.class);
        assertThat(gateway.cancel(cancel)).isInstanceOf(PaymentOutcome.Approved.class);
        assertThat(movements()).containsExactly(Kind.AUTHORIZED, Kind.CAPTURED, Kind.REFUNDED, Kind.RELEASED);
    }

    @Test
    void aCardMayBeUnreachableForATime() {
        AuthorizeRequest request = request(SandboxCards.downFor(Duration.ofSeconds(30)));

        assertThat(gateway.authorize(request)).isInstanceOf(PaymentOutcome.Unknown.class);
        clock.pass(Duration.ofSeconds(29));
        assertThat(gateway.authorize(request)).isInstanceOf(PaymentOutcome.Unknown.class);
        assertThat(gateway.find(request.key())).isEmpty();
        clock.pass(Duration.ofSeconds(1));
        assertThat(gateway.authorize(request)).isInstanceOf(PaymentOutcome.Approved.class);
    }

    @Test
    void aGatewayThatIsDownDoesNothingUntilItIsUp() {
        AuthorizeRequest request = request(SandboxCards.approved());
        gateway.down();

        assertThat(gateway.authorize(request)).isInstanceOf(PaymentOutcome.Unknown.class);
        assertThat(gateway.find(request.key())).containsInstanceOf(PaymentOutcome.Unknown.class);
        assertThat(gateway.entries()).isEmpty();

        gateway.up();
        assertThat(gateway.authorize(request)).isInstanceOf(PaymentOutcome.Approved.class);
    }

    @Test
    void aGatewayMayBeDownForATime() {
        AuthorizeRequest request = request(SandboxCards.approved());
        gateway.downFor(Duration.ofMinutes(1));

        assertThat(gateway.authorize(request)).isInstanceOf(PaymentOutcome.Unknown.class);
        clock.pass(Duration.ofMinutes(1));
        assertThat(gateway.authorize(request)).isInstanceOf(PaymentOutcome.Approved.class);
    }
}
