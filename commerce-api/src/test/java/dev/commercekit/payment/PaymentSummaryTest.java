package dev.commercekit.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.commercekit.InvalidInputException;
import dev.commercekit.money.CurrencyMismatchException;
import dev.commercekit.money.Money;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PaymentSummaryTest {

    @ParameterizedTest
    @CsvSource({"0, 0, 0, 0", "10, 0, 0, 0", "10, 10, 0, 0", "10, 10, 10, 0", "10, 0, 0, 10", "10, 4, 3, 6"})
    void whatCanBeIsAccepted(String authorized, String captured, String refunded, String released) {
        PaymentSummary summary = summary(authorized, captured, refunded, released);
        assertThat(summary.capturable())
                .isEqualTo(gbp(authorized).minus(gbp(captured)).minus(gbp(released)));
        assertThat(summary.refundable()).isEqualTo(gbp(captured).minus(gbp(refunded)));
    }

    @ParameterizedTest
    @CsvSource({
        "10, 10.01, 0, 0",
        "10, 5, 5.01, 0",
        "10, 5, 0, 5.01",
        "10, 0, 0, 10.01",
        "-1, 0, 0, 0",
        "10, 0, -1, 0",
        "10, 0, 0, -1",
        "10, -1, 0, 0",
        "10, 11, 0, -1",
        "0, -1, -1, 0"
    })
    void whatCannotBeIsRefused(String authorized, String captured, String refunded, String released) {
        assertThatThrownBy(() -> summary(authorized, captured, refunded, released))
                .isInstanceOf(InvalidInputException.class);
    }

    /** Whatever happens, each step either keeps the inequalities or is refused. */
    @ParameterizedTest
    @MethodSource("seeds")
    void noSequenceOfStepsBreaksIt(long seed) {
        Random random = new Random(seed);
        PaymentSummary summary = PaymentSummary.none(gbp("0"));
        for (int i = 0; i < 2_000; i++) {
            PaymentSummary before = summary;
            Money amount =
                    Money.ofMinor(random.nextInt(1_000), before.authorized().currency());
            int step = random.nextInt(4);
            boolean fits = step == 0
                    || step == 1 && !amount.exceeds(before.capturable())
                    || step == 2 && !amount.exceeds(before.refundable())
                    || step == 3 && !amount.exceeds(before.capturable());
            if (fits) {
                summary = after(before, step, amount);
            } else {
                assertThatThrownBy(() -> after(before, step, amount))
                        .as("seed %d", seed)
                        .isInstanceOf(InvalidInputException.class);
            }
        }
        assertThat(summary.captured().plus(summary.released()).exceeds(summary.authorized()))
                .isFalse();
    }

    @Test
    void thereIsOneCurrency() {
        assertThatThrownBy(() -> summary("10", "0", "0", "0").capture(Money.of("1", "EUR")))
                .isInstanceOf(CurrencyMismatchException.class);
    }

    static LongStream seeds() {
        return LongStream.of(1, 2, new Random().nextLong());
    }

    private static PaymentSummary after(PaymentSummary summary, int step, Money amount) {
        return switch (step) {
            case 0 -> summary.authorize(amount);
            case 1 -> summary.capture(amount);
            case 2 -> summary.refund(amount);
            default -> summary.release(amount);
        };
    }

    private static PaymentSummary summary(String authorized, String captured, String refunded, String released) {
        return new PaymentSummary(gbp(authorized), gbp(captured), gbp(refunded), gbp(released));
    }

    private static Money gbp(String amount) {
        return Money.of(amount, "GBP");
    }
}
