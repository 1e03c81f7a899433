package dev.commercekit.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.commercekit.InvalidInputException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MoneyAllocationTest {

    private static final int ROUNDS = 200;

    @ParameterizedTest
    @CsvSource({
        "0.05,  GBP, 1 1,     0.03 0.02",
        "-0.05, GBP, 1 1,     -0.03 -0.02",
        "1.00,  GBP, 1 1 1,   0.34 0.33 0.33",
        "0.02,  GBP, 1 1 1,   0.01 0.01 0.00",
        "1.00,  GBP, 0 1 0,   0.00 1.00 0.00",
        "1.00,  GBP, 7,       1.00",
        "0.00,  GBP, 1 2,     0.00 0.00",
        "100,   JPY, 1 2,     33 67",
        "10.00, GBP, 1 5 1,   1.43 7.14 1.43",
        "1.000, KWD, 1 1 1,   0.334 0.333 0.333",
        "3.00,  GBP, 9223372036854775807 9223372036854775807 9223372036854775807, 1.00 1.00 1.00"
    })
    void splitsByLargestRemainder(String amount, String currency, String weights, String parts) {
        long[] each = LongStream.of(List.of(weights.split(" ")).stream()
                        .mapToLong(Long::parseLong)
                        .toArray())
                .toArray();
        List<Money> expected = List.of(parts.split(" ")).stream()
                .map(part -> Money.of(part, currency))
                .toList();
        assertThat(Money.of(amount, currency).allocate(each)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void thePartsSumToTheAmountAndAreFair(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            Money amount = Money.ofMinor(random.nextLong() >> random.nextInt(63), currency(random));
            long[] weights = weights(random);
            List<Money> parts = amount.allocate(weights);
            assertThat(Money.sum(amount.currency(), parts)).as("seed %d", seed).isEqualTo(amount);
            assertThat(parts).as("seed %d", seed).isEqualTo(oracle(amount, weights));
            assertThat(amount.negated().allocate(weights))
                    .as("seed %d: the same, mirrored", seed)
                    .isEqualTo(parts.stream().map(Money::negated).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noPartIsAMinorUnitOff(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            Money amount = Money.ofMinor(random.nextInt(), currency(random));
            long[] weights = weights(random);
            List<Money> parts = amount.allocate(weights);
            BigDecimal whole = sum(weights);
            for (int i = 0; i < weights.length; i++) {
                BigDecimal exact = BigDecimal.valueOf(amount.minorUnits())
                        .multiply(BigDecimal.valueOf(weights[i]))
                        .divide(whole, MathContext.DECIMAL128);
                assertThat(exact.subtract(BigDecimal.valueOf(parts.get(i).minorUnits()))
                                .abs())
                        .as("seed %d", seed)
                        .isLessThan(BigDecimal.ONE);
            }
        }
    }

    @Test
    void weightsMustSaySomething() {
        Money pound = Money.of("1", "GBP");
        assertThatThrownBy(pound::allocate).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> pound.allocate(0, 0)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> pound.allocate(1, -1)).isInstanceOf(InvalidInputException.class);
    }

    static LongStream seeds() {
        return LongStream.concat(LongStream.of(1, 2, 3), LongStream.of(new Random().nextLong()));
    }

    /** Rounds every share down, then hands the missing units out one by one, to the largest remainder that is left. */
    private static List<Money> oracle(Money amount, long[] weights) {
        BigInteger units = BigInteger.valueOf(amount.minorUnits()).abs();
        BigInteger whole = sum(weights).toBigIntegerExact();
        List<BigInteger> parts = new ArrayList<>();
        List<BigInteger> rests = new ArrayList<>();
        for (long weight : weights) {
            BigInteger product = units.multiply(BigInteger.valueOf(weight));
            parts.add(product.divide(whole));
            rests.add(product.mod(whole));
        }
        BigInteger missing = units.subtract(parts.stream().reduce(BigInteger.ZERO, BigInteger::add));
        for (int i = 0; i < missing.intValueExact(); i++) {
            int luckiest = IntStream.range(0, weights.length)
                    .boxed()
                    .max(Comparator.comparing((Integer at) -> rests.get(at)).thenComparing(Comparator.reverseOrder()))
                    .orElseThrow();
            parts.set(luckiest, parts.get(luckiest).add(BigInteger.ONE));
            rests.set(luckiest, BigInteger.ONE.negate());
        }
        long sign = amount.isNegative() ? -1 : 1;
        return parts.stream()
                .map(part -> Money.ofMinor(part.longValueExact() * sign, amount.currency()))
                .toList();
    }

    private static long[] weights(Random random) {
        int bits = random.nextInt(63);
        long[] weights = random.longs(1 + random.nextInt(12))
                .map(each -> (each & Long.MAX_VALUE) >> bits)
                .toArray();
        weights[random.nextInt(weights.length)] |= 1;
        return weights;
    }

    private static BigDecimal sum(long[] weights) {
        return LongStream.of(weights).mapToObj(BigDecimal::valueOf).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Currency currency(Random random) {
        return Currency.getInstance(List.of("GBP", "JPY", "KWD").get(random.nextInt(3)));
    }
}
