package dev.commercekit.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.commercekit.InvalidInputException;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final Currency JPY = Currency.getInstance("JPY");

    @ParameterizedTest
    @CsvSource({
        "2.5,       GBP, 2.50 GBP",
        "2.500000,  GBP, 2.50 GBP",
        "-2.55,     GBP, -2.55 GBP",
        "0,         GBP, 0.00 GBP",
        "-0.00,     GBP, 0.00 GBP",
        "1e3,       GBP, 1000.00 GBP",
        "100,       JPY, 100 JPY",
        "100.00,    JPY, 100 JPY",
        "1E+2,      JPY, 100 JPY",
        "1.234,     KWD, 1.234 KWD",
        "1,         KWD, 1.000 KWD",
        "0.0001,    CLF, 0.0001 CLF",
        "999999999999999999999999.99, GBP, 999999999999999999999999.99 GBP"
    })
    void standsAtTheScaleOfItsCurrency(String amount, String currency, String printed) {
        assertThat(Money.of(amount, currency)).hasToString(printed);
    }

    @ParameterizedTest
    @CsvSource({
        "2.555,   GBP, amount",
        "0.5,     JPY, amount",
        "1.2345,  KWD, amount",
        "1e24,    GBP, amount",
        "1e999999999,  GBP, amount",
        "1e-999999999, GBP, amount",
        "0e2147483647, GBP, amount",
        "two,     GBP, amount",
        "'',      GBP, amount",
        "'1 000', GBP, amount",
        "'1,00',  GBP, amount",
        "0x10,    GBP, amount",
        "NaN,     GBP, amount",
        "\u0662,  GBP, amount",
        "1,       XXX, currency",
        "1,       XAU, currency",
        "1,       gbp, currency",
        "1,       QQQ, currency",
        "1,       '',  currency",
        "1,       GBPX, currency",
    })
    void refusesWhatIsNoAmount(String amount, String currency, String field) {
        var refused = catchThrowableOfType(InvalidInputException.class, () -> Money.of(amount, currency));
        assertThat(refused.field()).isEqualTo(field);
    }

    @Test
    void equalAmountsAreEqualWhateverTheirScale() {
        assertThat(Money.of("2.5", "GBP"))
                .isEqualTo(Money.of("2.50", "GBP"))
                .hasSameHashCodeAs(Money.of("2.50", "GBP"));
        assertThat(Money.of("2.50", "GBP")).isNotEqualTo(Money.of("2.50", "EUR"));
        assertThat(Money.of("1", GBP)).isEqualTo(Money.of(BigDecimal.ONE, GBP)).isEqualTo(Money.ofMinor(100, GBP));
    }

    @Test
    void minorUnitsAreThoseOfTheCurrency() {
        assertThat(Money.ofMinor(255, GBP)).hasToString("2.55 GBP");
        assertThat(Money.ofMinor(255, JPY)).hasToString("255 JPY");
        assertThat(Money.ofMinor(-255, Currency.getInstance("KWD"))).hasToString("-0.255 KWD");
        assertThat(Money.ofMinor(Long.MIN_VALUE, GBP).minorUnits()).isEqualTo(Long.MIN_VALUE);
        assertThatThrownBy(() -> Money.ofMinor(Long.MAX_VALUE, GBP)
                        .plus(Money.ofMinor(1, GBP))
                        .minorUnits())
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void calculatesExactly() {
        Money tenth = Money.of("0.10", "GBP");
        assertThat(Money.sum(GBP, List.of(tenth, tenth, tenth))).isEqualTo(Money.of("0.30", "GBP"));
        assertThat(Money.sum(GBP, List.of())).isEqualTo(Money.zero(GBP));
        assertThat(tenth.minus(Money.of("0.30", "GBP"))).isEqualTo(Money.of("-0.20", "GBP"));
        assertThat(tenth.times(-3)).isEqualTo(Money.of("-0.30", "GBP"));
        assertThat(tenth.negated()).isEqualTo(Money.of("-0.10", "GBP"));
    }

    @Test
    void knowsItsSign() {
        assertThat(Money.zero(GBP).isZero()).isTrue();
        assertThat(Money.of("0.01", GBP).isPositive()).isTrue();
        assertThat(Money.of("-0.01", GBP).isNegative()).isTrue();
        assertThat(Money.of("0.01", GBP).isZero()).isFalse();
        assertThat(Money.zero(GBP).isPositive()).isFalse();
        assertThat(Money.zero(GBP).isNegative()).isFalse();
    }

    @Test
    void comparesByAmount() {
        assertThat(Money.of("2", GBP)).isGreaterThan(Money.of("1.99", GBP)).isEqualByComparingTo(Money.of("2.00", GBP));
        assertThat(Money.of("2", GBP).exceeds(Money.of("1.99", GBP))).isTrue();
        assertThat(Money.of("2", GBP).exceeds(Money.of("2", GBP))).isFalse();
    }

    @Test
    void currenciesNeverMix() {
        Money pound = Money.of("1", GBP);
        Money yen = Money.of("1", JPY);
        var mixed = catchThrowableOfType(CurrencyMismatchException.class, () -> pound.plus(yen));
        assertThat(mixed.expected()).isEqualTo(GBP);
        assertThat(mixed.actual()).isEqualTo(JPY);
        assertThatThrownBy(() -> pound.minus(yen)).isInstanceOf(CurrencyMismatchException.class);
        assertThatThrownBy(() -> pound.compareTo(yen)).isInstanceOf(CurrencyMismatchException.class);
        assertThatThrownBy(() -> pound.exceeds(yen)).isInstanceOf(CurrencyMismatchException.class);
        assertThatThrownBy(() -> Money.sum(GBP, List.of(pound, yen))).isInstanceOf(CurrencyMismatchException.class);
    }

    @Test
    void resultsBeyondTheLimitAreRefused() {
        Money most = Money.of("9".repeat(24), GBP);
        assertThatThrownBy(() -> most.plus(Money.of("1", GBP))).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> most.times(2)).isInstanceOf(InvalidInputException.class);
        assertThat(most.times(Long.MAX_VALUE / Long.MAX_VALUE)).isEqualTo(most);
    }

    @ParameterizedTest
    @CsvSource({
        "2.5,    JPY, HALF_UP,   3",
        "-2.5,   JPY, HALF_UP,   -3",
        "2.5,    JPY, HALF_EVEN, 2",
        "3.5,    JPY, HALF_EVEN, 4",
        "2.1,    JPY, UP,        3",
        "-2.1,   JPY, UP,        -3",
        "2.9,    JPY, DOWN,      2",
        "-2.9,   JPY, DOWN,      -2",
        "0.005,  GBP, HALF_UP,   0.01",
        "0.0049, GBP, HALF_UP,   0.00"
    })
    void roundsAsItIsTold(BigDecimal amount, String currency, Rounding rounding, String rounded) {
        assertThat(Money.rounded(amount, Currency.getInstance(currency), rounding))
                .isEqualTo(Money.of(rounded, currency));
    }

    @ParameterizedTest
    @CsvSource({
        "10.00,  1,  3, HALF_UP,   3.33",
        "10.00,  2,  3, HALF_UP,   6.67",
        "-10.00, 2,  3, HALF_UP,   -6.67",
        "0.05,   1,  2, HALF_UP,   0.03",
        "0.05,   1,  2, HALF_EVEN, 0.02",
        "0.05,   1,  2, DOWN,      0.02",
        "10.00,  0,  3, UP,        0.00",
        "10.00,  5,  3, HALF_UP,   16.67",
        "10.00,  -1, 3, HALF_UP,   -3.33",
        "10.00,  9223372036854775807, 9223372036854775807, DOWN, 10.00"
    })
    void sharesInProportion(String amount, long part, long whole, Rounding rounding, String share) {
        assertThat(Money.of(amount, GBP).share(part, whole, rounding)).isEqualTo(Money.of(share, GBP));
    }

    @Test
    void aShareOfNothingIsRefused() {
        Money pound = Money.of("1", GBP);
        assertThatThrownBy(() -> pound.share(1, 0, Rounding.DOWN)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> pound.share(1, -1, Rounding.DOWN)).isInstanceOf(InvalidInputException.class);
    }
}
