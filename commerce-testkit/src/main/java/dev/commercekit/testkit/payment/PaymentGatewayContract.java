package dev.commercekit.testkit.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.money.Money;
import dev.commercekit.payment.AuthorizeRequest;
import dev.commercekit.payment.FollowUpRequest;
import dev.commercekit.payment.GatewayReference;
import dev.commercekit.payment.PaymentLedger;
import dev.commercekit.payment.PaymentLedger.Kind;
import dev.commercekit.payment.PaymentOutcome;
import dev.commercekit.payment.PaymentToken;
import dev.commercekit.payment.QueryableGateway;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The promises of {@link dev.commercekit.payment.PaymentGateway}, as tests. An author of an adapter extends this class and
 * supplies {@link #gateway()}, {@link #approvingToken()} and {@link #decliningToken()}, and {@link #actionToken()} if there is
 * one. What needs a queryable gateway or a ledger is skipped, visibly, if the gateway is none. While an answer is unknown,
 * the tests send the same request again, up to a hundred times with {@link #pause()} between.
 */
public abstract class PaymentGatewayContract extends MovementContract {

    private static final int THREADS = 16;

    /** For subclasses. */
    protected PaymentGatewayContract() {}

    @Test
    void theReplayWindowIsAboveZero() {
        assertThat(gateway.replayWindow()).isGreaterThan(Duration.ZERO);
    }

    @Test
    void anApprovalNamesTheAmountAndIsRepeatedForTheSameKey() {
        AuthorizeRequest request = till.request(approvingToken(), 1000, false);
        PaymentOutcome first = till.authorize(request);

        till.approved(first, 1000);
        assertThat(till.authorize(request)).isEqualTo(first);
    }

    @Test
    void aDeclineIsRepeatedForTheSameKey() {
        AuthorizeRequest request = till.request(decliningToken(), 1000, false);
        PaymentOutcome first = till.authorize(request);

        assertDeclined(first);
        assertThat(till.authorize(request)).isEqualTo(first);
    }

    @Test
    void everyOperationAnswersTheSameForTheSameKey() {
        assumeCapturesInParts();
        GatewayReference authorization = till.authorized(approvingToken(), 1000, false);
        FollowUpRequest capture = till.followUp(authorization, 400);
        FollowUpRequest refund = till.followUp(authorization, 300);
        FollowUpRequest cancel = till.followUp(authorization, 1000);
        List<PaymentOutcome> first = List.of(till.capture(capture), till.refund(refund), till.cancel(cancel));

        assertThat(first).allMatch(PaymentOutcome.Approved.class::isInstance);
        assertThat(List.of(till.capture(capture), till.refund(refund), till.cancel(cancel)))
                .isEqualTo(first);
        assertDeclined(till.refund(till.followUp(authorization, 101)));
    }

    @Test
    void theSameKeyWithAnotherAuthorizationIsNeverCarriedOut() {
        AuthorizeRequest request = till.request(approvingToken(), 1000, false);
        PaymentOutcome first = till.authorize(request);
        IdempotencyKey key = request.key();
        AuthorizeRequest other =
                new AuthorizeRequest(key, request.reference(), till.money(1001), request.token(), request.capture());

        assertRefused(() -> gateway.authorize(other));
        assertThat(till.authorize(request)).isEqualTo(first);
        assertThat(Till.keys(ledger(), Kind.AUTHORIZED, List.of(key))).hasSize(1);
    }

    @Test
    void theSameKeyWithAnotherRefundIsNeverCarriedOut() {
        GatewayReference authorization = till.authorized(approvingToken(), 1000, true);
        FollowUpRequest request = till.followUp(authorization, 500);
        assertApproved(till.refund(request));

        assertRefused(() -> gateway.refund(new FollowUpRequest(request.key(), authorization, till.money(400))));
        till.approved(till.refund(till.followUp(authorization, 500)), 500);
    }

    @Test
    void theSameKeyForAnotherOperationIsNeverCarriedOut() {
        GatewayReference authorization = till.authorized(approvingToken(), 1000, false);
        FollowUpRequest request = till.followUp(authorization, 1000);
        assertApproved(till.capture(request));

        assertRefused(() -> gateway.refund(request));
        till.approved(till.refund(till.followUp(authorization, 1000)), 1000);
    }

    @Test
    void anUnusedKeyIsNotFound() {
        assertThat(queryable().find(Till.newKey())).isEmpty();
    }

    @Test
    void whatBecameOfARequestCanBeFound() {
        QueryableGateway queryable = queryable();
        for (PaymentToken token : List.of(approvingToken(), decliningToken())) {
            AuthorizeRequest request = till.request(token, 1000, false);
            PaymentOutcome outcome = till.authorize(request);

            assertThat(till.settled(() -> queryable.find(request.key()).orElseThrow()))
                    .isEqualTo(outcome);
        }
    }

    @Test
    void aPaymentThatWaitsForItsBuyerCanBeCancelled() {
        PaymentToken token = actionToken().orElse(null);
        assumeTrue(token != null, "no token requires an action");
        AuthorizeRequest request = till.request(token, 1000, false);
        PaymentOutcome waiting = till.authorize(request);
        assertThat(waiting).isInstanceOf(PaymentOutcome.ActionRequired.class);
        assertThat(till.authorize(request)).isInstanceOf(PaymentOutcome.ActionRequired.class);
        GatewayReference authorization = ((PaymentOutcome.ActionRequired) waiting).reference();

        assertDeclined(till.capture(till.followUp(authorization, 1000)));
        assertApproved(till.cancel(till.followUp(authorization, 1000)));

        assertDeclined(till.authorize(request));
    }

    @Test
    void manyThreadsWithTheSameKeysAreOneAuthorizationEach() {
        List<AuthorizeRequest> requests = many(() -> till.request(approvingToken(), 1000, true));

        List<List<PaymentOutcome>> answers = AtOnce.run(
                THREADS, thread -> requests.stream().map(till::authorize).toList());

        assertThat(answers).containsOnly(answers.get(0));
        assertThat(answers.get(0)).allMatch(PaymentOutcome.Approved.class::isInstance);
        List<IdempotencyKey> keys = requests.stream().map(AuthorizeRequest::key).toList();
        assertThat(Till.keys(ledger(), Kind.AUTHORIZED, keys)).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(Till.keys(ledger(), Kind.CAPTURED, keys)).containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void manyThreadsNeverRefundMoreThanWasCaptured() {
        List<GatewayReference> payments = many(() -> till.authorized(approvingToken(), 1000, true));

        List<List<PaymentOutcome>> answers = AtOnce.run(
                THREADS,
                thread -> payments.stream()
                        .map(payment -> till.refund(till.followUp(payment, 300)))
                        .toList());

        for (int i = 0; i < payments.size(); i++) {
            int payment = i;
            assertThat(answers.stream().map(all -> all.get(payment)).filter(PaymentOutcome.Approved.class::isInstance))
                    .hasSize(3);
            assertDeclined(till.refund(till.followUp(payments.get(i), 101)));
            till.approved(till.refund(till.followUp(payments.get(i), 100)), 100);
        }
    }

    @Test
    void manyThreadsNeverCaptureAndReleaseMoreThanWasAuthorized() {
        assumeCapturesInParts();
        PaymentLedger ledger = ledger();
        List<GatewayReference> payments = many(() -> till.authorized(approvingToken(), 1000, false));

        AtOnce.run(
                THREADS,
                thread -> payments.stream()
                        .map(payment -> thread == THREADS / 2
                                ? till.cancel(till.followUp(payment, 1000))
                                : till.capture(till.followUp(payment, 300)))
                        .toList());

        for (GatewayReference payment : payments) {
            Money captured = till.total(ledger, Kind.CAPTURED, payment);
            Money released = till.total(ledger, Kind.RELEASED, payment);
            assertThat(captured.plus(released)).isEqualTo(till.money(1000));
        }
    }

    private <T> List<T> many(Supplier<T> one) {
        return Stream.generate(one).limit(contended()).toList();
    }
}
