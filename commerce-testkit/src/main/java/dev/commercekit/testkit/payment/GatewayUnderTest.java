package dev.commercekit.testkit.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.commercekit.payment.PaymentGateway;
import dev.commercekit.payment.PaymentLedger;
import dev.commercekit.payment.PaymentOutcome;
import dev.commercekit.payment.PaymentToken;
import dev.commercekit.payment.QueryableGateway;
import java.util.Currency;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;

/** What an author supplies to the contract. */
abstract class GatewayUnderTest {

    PaymentGateway gateway;
    Till till;

    /** Returns the gateway to test, called before each test. It may be shared: every test uses new keys. */
    protected abstract PaymentGateway gateway();

    /** Returns a token whose authorizations are approved. */
    protected abstract PaymentToken approvingToken();

    /** Returns a token whose authorizations are declined. */
    protected abstract PaymentToken decliningToken();

    /** Returns a token whose authorizations wait for the buyer; empty skips what needs it. */
    protected Optional<PaymentToken> actionToken() {
        return Optional.empty();
    }

    /** Returns the currency to test with; pounds unless overridden. */
    protected Currency currency() {
        return Currency.getInstance("GBP");
    }

    /** Returns whether an authorization can be captured in several parts; {@code false} skips what needs it. */
    protected boolean capturesInParts() {
        return true;
    }

    /** Returns how many payments the many threads of a contention test fight for; more in memory, fewer over a network. */
    protected int contended() {
        return 20;
    }

    /** Is called between two attempts while an answer is unknown; an adapter to a remote gateway may wait here. */
    protected void pause() {
        Thread.onSpinWait();
    }

    @BeforeEach
    final void prepare() {
        gateway = gateway();
        till = new Till(gateway, currency(), this::pause);
    }

    final QueryableGateway queryable() {
        assumeTrue(gateway instanceof QueryableGateway, "the gateway cannot be queried");
        return (QueryableGateway) gateway;
    }

    final PaymentLedger ledger() {
        assumeTrue(gateway instanceof PaymentLedger, "the gateway shows no ledger");
        return (PaymentLedger) gateway;
    }

    final void assumeCapturesInParts() {
        assumeTrue(capturesInParts(), "the gateway captures an authorization only once");
    }

    static void assertDeclined(PaymentOutcome outcome) {
        assertThat(outcome).isInstanceOf(PaymentOutcome.Declined.class);
    }

    static void assertApproved(PaymentOutcome outcome) {
        assertThat(outcome).isInstanceOf(PaymentOutcome.Approved.class);
    }

    /** Asserts that a request which the gateway must not carry out is not approved, whatever else it says or throws. */
    static void assertRefused(Supplier<PaymentOutcome> call) {
        PaymentOutcome outcome;
        try {
            outcome = call.get();
        } catch (RuntimeException refused) {
            return;
        }
        assertThat(outcome).isNotInstanceOfAny(PaymentOutcome.Approved.class, PaymentOutcome.ActionRequired.class);
    }
}
