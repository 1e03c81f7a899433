package dev.commercekit.testkit.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.payment.FollowUpRequest;
import dev.commercekit.payment.GatewayReference;
import dev.commercekit.payment.PaymentLedger;
import dev.commercekit.payment.PaymentLedger.Kind;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The part of the contract about captures, refunds and cancels. */
abstract class MovementContract extends GatewayUnderTest {

    @Test
    void whatWasAuthorizedCanBeCapturedAndGivenBack() {
        GatewayReference authorization = till.authorized(approvingToken(), 1000, false);

        till.approved(till.capture(till.followUp(authorization, 1000)), 1000);
        till.approved(till.refund(till.followUp(authorization, 1000)), 1000);
    }

    @Test
    void aCaptureMayBeSmallerThanTheAuthorization() {
        GatewayReference authorization = till.authorized(approvingToken(), 1000, false);

        till.approved(till.capture(till.followUp(authorization, 400)), 400);
    }

    @Test
    void capturesInPartsNeverExceedTheAuthorization() {
        assumeCapturesInParts();
        GatewayReference authorization = till.authorized(approvingToken(), 1000, false);

        till.approved(till.capture(till.followUp(authorization, 600)), 600);
        assertDeclined(till.capture(till.followUp(authorization, 401)));
        till.approved(till.capture(till.followUp(authorization, 400)), 400);
        assertDeclined(till.capture(till.followUp(authorization, 1)));
    }

    @Test
    void aCaptureAboveTheAuthorizationIsDeclined() {
        GatewayReference authorization = till.authorized(approvingToken(), 1000, false);

        assertDeclined(till.capture(till.followUp(authorization, 1001)));
    }

    @Test
    void moneyTakenAtOnceCannotBeTakenAgainButGivenBack() {
        GatewayReference authorization = till.authorized(approvingToken(), 1000, true);

        assertDeclined(till.capture(till.followUp(authorization, 1)));
        till.approved(till.refund(till.followUp(authorization, 1000)), 1000);
    }

    @Test
    void refundsInPartsNeverExceedWhatWasCaptured() {
        GatewayReference authorization = till.authorized(approvingToken(), 1000, true);

        till.approved(till.refund(till.followUp(authorization, 300)), 300);
        till.approved(till.refund(till.followUp(authorization, 300)), 300);
        assertDeclined(till.refund(till.followUp(authorization, 401)));
        till.approved(till.refund(till.followUp(authorization, 400)), 400);
        assertDeclined(till.refund(till.followUp(authorization, 1)));
    }

    @Test
    void nothingIsGivenBackBeforeItWasCaptured() {
        GatewayReference authorization = till.authorized(approvingToken(), 1000, false);

        assertDeclined(till.refund(till.followUp(authorization, 1)));
    }

    @Test
    void aDeclinedRefundStaysDeclinedUnderItsKeyWhenItWouldFitLater() {
        GatewayReference authorization = till.authorized(approvingToken(), 1000, false);
        FollowUpRequest early = till.followUp(authorization, 100);
        assertDeclined(till.refund(early));

        assertApproved(till.capture(till.followUp(authorization, 1000)));

        assertDeclined(till.refund(early));
    }

    @Test
    void aCancelledAuthorizationCannotBeCaptured() {
        GatewayReference authorization = till.authorized(approvingToken(), 1000, false);

        assertApproved(till.cancel(till.followUp(authorization, 1000)));

        assertDeclined(till.capture(till.followUp(authorization, 1)));
        assertDeclined(till.refund(till.followUp(authorization, 1)));
    }

    @Test
    void aCancelReleasesOnlyWhatWasNotCaptured() {
        assumeCapturesInParts();
        GatewayReference authorization = till.authorized(approvingToken(), 1000, false);
        assertApproved(till.capture(till.followUp(authorization, 300)));

        assertApproved(till.cancel(till.followUp(authorization, 1000)));

        assertDeclined(till.capture(till.followUp(authorization, 1)));
        till.approved(till.refund(till.followUp(authorization, 300)), 300);
    }

    @Test
    void whatWasCapturedInFullCannotBeCancelled() {
        GatewayReference authorization = till.authorized(approvingToken(), 1000, true);

        assertDeclined(till.cancel(till.followUp(authorization, 1000)));
    }

    @Test
    void anAuthorizationThatDoesNotExistIsRefused() {
        FollowUpRequest request = till.followUp(new GatewayReference("no-such-authorization"), 100);

        assertRefused(() -> gateway.capture(request));
    }

    @Test
    void theLedgerShowsEveryMovementInOrder() {
        PaymentLedger ledger = ledger();
        GatewayReference authorization = till.authorized(approvingToken(), 1000, false);
        assertApproved(till.capture(till.followUp(authorization, 600)));
        assertApproved(till.cancel(till.followUp(authorization, 1000)));
        assertApproved(till.refund(till.followUp(authorization, 200)));
        assertDeclined(till.refund(till.followUp(authorization, 401)));

        assertThat(ledger.entries().stream().filter(e -> e.authorization().equals(authorization)))
                .extracting(PaymentLedger.Entry::kind)
                .containsExactly(Kind.AUTHORIZED, Kind.CAPTURED, Kind.RELEASED, Kind.REFUNDED);
        assertThat(Arrays.stream(Kind.values()).map(kind -> till.total(ledger, kind, authorization)))
                .containsExactly(till.money(1000), till.money(600), till.money(200), till.money(400));
    }
}
