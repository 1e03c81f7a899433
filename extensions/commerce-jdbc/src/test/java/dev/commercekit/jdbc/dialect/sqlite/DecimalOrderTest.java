package dev.commercekit.jdbc.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecimalOrderTest {

    private static final long SEED = 7;

    @Test
    void textSortsAsNumbersDo() {
        Random random = new Random(SEED);
        List<BigDecimal> numbers = new ArrayList<>(List.of(
                BigDecimal.ZERO,
                BigDecimal.ONE,
                new BigDecimal("-1"),
                new BigDecimal("1E+100"),
                new BigDecimal("-1E-100")));
        for (int i = 0; i < 300; i++) {
            BigInteger digits = new BigInteger(1 + random.nextInt(80), random);
            BigDecimal number = new BigDecimal(digits, random.nextInt(30) - 5);
            numbers.add(random.nextBoolean() ? number : number.negate());
        }
        for (BigDecimal one : numbers) {
            for (BigDecimal other : numbers) {
                int order = DecimalOrder.text(one).compareTo(DecimalOrder.text(other));
                assertThat(Integer.signum(order))
                        .as("%s to %s, seed %s", one, other, SEED)
                        .isEqualTo(one.compareTo(other));
            }
        }
    }

    @Test
    void theScaleMakesNoDifference() {
        assertThat(DecimalOrder.text(new BigDecimal("2"))).isEqualTo(DecimalOrder.text(new BigDecimal("2.00")));
        assertThat(DecimalOrder.text(new BigDecimal("0.00"))).isEqualTo(DecimalOrder.text(BigDecimal.ZERO));
    }
}
