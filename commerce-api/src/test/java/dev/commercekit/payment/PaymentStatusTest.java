package dev.commercekit.payment;

import static dev.commercekit.payment.PaymentStatus.AUTHORIZED;
import static dev.commercekit.payment.PaymentStatus.CAPTURED;
import static dev.commercekit.payment.PaymentStatus.PARTIALLY_CAPTURED;
import static dev.commercekit.payment.PaymentStatus.PARTIALLY_REFUNDED;
import static dev.commercekit.payment.PaymentStatus.REFUNDED;
import static dev.commercekit.payment.PaymentStatus.RELEASED;
import static dev.commercekit.payment.PaymentStatus.UNPAID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.commercekit.InvalidInputException;
import dev.commercekit.money.Money;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PaymentStatusTest {

    private static final Map<PaymentStatus, Set<PaymentStatus>> LEGAL = Map.of(
            UNPAID, Set.of(AUTHORIZED),
            AUTHORIZED, Set.of(PARTIALLY_CAPTURED, CAPTURED, RELEASED),
            PARTIALLY_CAPTURED, Set.of(PARTIALLY_CAPTURED, CAPTURED, PARTIALLY_REFUNDED, REFUNDED),
            CAPTURED, Set.of(PARTIALLY_REFUNDED, REFUNDED),
            PARTIALLY_REFUNDED, Set.of(PARTIALLY_REFUNDED, REFUNDED),
            REFUNDED, Set.of(PARTIALLY_REFUNDED),
            RELEASED, Set.of());

    private static Money pounds(String amount) {
        return Money.of(amount, "GBP");
    }

    private static final PaymentSummary NONE = PaymentSummary.none(pounds("0"));

    @Test
    void everyTransitionIsLegalOrIllegalAsStatedHere() {
        for (PaymentStatus from : PaymentStatus.values()) {
            for (PaymentStatus to : PaymentStatus.values()) {
                assertThat(PaymentStatus.TRANSITIONS.allows(from, to))
                        .as(from + " to " + to)
                        .isEqualTo(LEGAL.get(from).contains(to));
            }
        }
    }

    @Test
    void theAmountsSayTheStatus() {
        PaymentSummary authorized = NONE.authorize(pounds("10"));
        PaymentSummary partly = authorized.capture(pounds("4"));
        PaymentSummary captured = partly.capture(pounds("6"));

        assertThat(NONE.status()).isEqualTo(UNPAID);
        assertThat(authorized.status()).isEqualTo(AUTHORIZED);
        assertThat(authorized.release(pounds("10")).status()).isEqualTo(RELEASED);
        assertThat(partly.status()).isEqualTo(PARTIALLY_CAPTURED);
        assertThat(partly.release(pounds("6")).status()).isEqualTo(CAPTURED);
        assertThat(captured.status()).isEqualTo(CAPTURED);
        assertThat(captured.refund(pounds("1")).status()).isEqualTo(PARTIALLY_REFUNDED);
        assertThat(captured.refund(pounds("10")).status()).isEqualTo(REFUNDED);
        assertThat(partly.refund(pounds("4")).capture(pounds("6")).status()).isEqualTo(PARTIALLY_REFUNDED);
    }

    @Test
    void neverMoreIsGivenBackThanWasTaken() {
        assertThatThrownBy(
                        () -> NONE.authorize(pounds("10")).capture(pounds("4")).refund(pounds("5")))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void neverMoreIsTakenThanWasSetAside() {
        assertThatThrownBy(() -> NONE.authorize(pounds("10")).capture(pounds("11")))
                .isInstanceOf(InvalidInputException.class);
    }
}
