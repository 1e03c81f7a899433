package dev.commercekit.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.commercekit.InvalidInputException;
import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceTest {

    @ParameterizedTest
    @CsvSource({
        "0.0125,    EUR, 0.0125 EUR",
        "0.01250,   EUR, 0.0125 EUR",
        "2.5,       EUR, 2.50 EUR",
        "2.50000,   EUR, 2.50 EUR",
        "1e2,       EUR, 100.00 EUR",
        "0,         EUR, 0.00 EUR",
        "0.000,     JPY, 0 JPY",
        "0.5,       JPY, 0.5 JPY",
        "100.0,     JPY, 100 JPY",
        "1e-24,     EUR, 0.000000000000000000000001 EUR"
    })
    void standsInItsShortestFormButNotBelowTheScaleOfItsCurrency(String amount, String currency, String printed) {
        assertThat(Price.of(amount, currency)).hasToString(printed);
    }

    @ParameterizedTest
    @CsvSource({"-0.01, EUR", "1e-25, EUR", "1e24, EUR", "x, EUR", "1, XXX", "1, eur"})
    void refusesWhatIsNoPrice(String amount, String currency) {
        assertThatThrownBy(() -> Price.of(amount, currency)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void equalPricesAreEqualWhateverTheirScale() {
        assertThat(Price.of("0.0125", "EUR"))
                .isEqualTo(Price.of("0.012500", "EUR"))
                .hasSameHashCodeAs(Price.of("0.012500", "EUR"));
        assertThat(Price.of(Money.of("2.55", "EUR"))).isEqualTo(Price.of("2.550", "EUR"));
        assertThat(Price.of(new BigDecimal("2.550"), Currency.getInstance("EUR")))
                .isEqualTo(Price.of("2.55", "EUR"));
    }

    /** 0.0125 × 3 is 0.0375: multiplied first and rounded once it is 0.04, rounded first it would be 0.03. */
    @ParameterizedTest
    @CsvSource({
        "0.0125, EUR, 3,       HALF_UP,   0.04",
        "0.0125, EUR, 1000000, HALF_UP,   12500.00",
        "0.005,  EUR, 1,       HALF_UP,   0.01",
        "0.005,  EUR, 1,       HALF_EVEN, 0.00",
        "2.55,   EUR, 0,       UP,        0.00",
        "0.4,    JPY, 1,       UP,        1"
    })
    void aTotalIsRoundedOnce(String amount, String currency, long quantity, Rounding rounding, String total) {
        assertThat(Price.of(amount, currency).times(quantity, rounding)).isEqualTo(Money.of(total, currency));
    }

    @Test
    void comparesByAmountInOneCurrency() {
        assertThat(Price.of("0.0125", "EUR")).isLessThan(Price.of("0.013", "EUR"));
        assertThatThrownBy(() -> Price.of("1", "EUR").compareTo(Price.of("1", "GBP")))
                .isInstanceOf(CurrencyMismatchException.class);
    }

    @Test
    void aNegativeQuantityIsRefused() {
        assertThatThrownBy(() -> Price.of("1", "GBP").times(-1, Rounding.HALF_UP))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("quantity");
    }

    @Test
    void aRoundingThatIsNotNamedIsRefused() {
        assertThatThrownBy(() -> Price.of("1", "GBP").times(1, null)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Money.of("1", "GBP").share(1, 2, null)).isInstanceOf(InvalidInputException.class);
    }
}
