package dev.commercekit.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.InvalidInputException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderNumberTest {

    private static final int NUMBERS = 10;

    @ParameterizedTest
    @MethodSource("seeds")
    void isReadAsItWasMade(long seed) {
        numbers(seed, number -> {
            assertThat(number.value())
                    .as("seed %d", seed)
                    .matches("[0-9A-HJKMNP-TV-Y]{4}-[0-9A-HJKMNP-TV-Y]{4}-[0-9A-HJKMNP-TV-Y]{2}");
            assertThat(new OrderNumber(number.value())).isEqualTo(number);
            assertThat(OrderNumber.parse(number.value())).isEqualTo(number);
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isReadAsPeopleWriteIt(long seed) {
        numbers(seed, number -> {
            String value = number.value();
            for (String written : List.of(
                    value.toLowerCase(Locale.ROOT),
                    value.replace("-", ""),
                    value.replace("-", " "),
                    value.replace('0', 'O'),
                    value.replace('0', 'o'),
                    value.replace('1', 'I'),
                    value.replace('1', 'l'))) {
                assertThat(OrderNumber.parse(written)).as("seed %d", seed).isEqualTo(number);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyWrongCharacterIsNoticed(long seed) {
        List<String> unnoticed = new ArrayList<>();
        numbers(seed, number -> {
            for (int at = 0; at < number.value().length(); at++) {
                for (char wrong = '!'; wrong <= '~'; wrong++) {
                    String slip = number.value().substring(0, at)
                            + wrong
                            + number.value().substring(at + 1);
                    if (wrong != number.value().charAt(at) && isNumber(slip)) {
                        unnoticed.add(slip);
                    }
                }
            }
        });
        assertThat(unnoticed).as("seed %d", seed).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyTwoCharactersThatChangedPlacesAreNoticed(long seed) {
        List<String> unnoticed = new ArrayList<>();
        numbers(seed, number -> {
            for (int one = 0; one < number.value().length(); one++) {
                for (int other = one + 1; other < number.value().length(); other++) {
                    StringBuilder swapped = new StringBuilder(number.value());
                    swapped.setCharAt(one, number.value().charAt(other));
                    swapped.setCharAt(other, number.value().charAt(one));
                    if (!swapped.toString().equals(number.value()) && isNumber(swapped.toString())) {
                        unnoticed.add(swapped.toString());
                    }
                }
            }
        });
        assertThat(unnoticed).as("seed %d", seed).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "0000-0000-0",
                "0000-0000-000",
                "00000000-00",
                "0000-000000",
                "0000000000",
                "000-00000-00",
                "0000-0000-0z"
            })
    void otherFormsAreRefused(String value) {
        assertThat(isNumber(value)).isFalse();
        assertThat(isNumber("0000-0000-00")).isTrue();
    }

    @Test
    void differentBitsGiveDifferentNumbers() {
        Set<OrderNumber> seen = new HashSet<>();
        for (long bits = 0; bits < 5_000; bits++) {
            seen.add(OrderNumber.ofRandom(bits));
            seen.add(OrderNumber.ofRandom((1L << 44) - 1 - bits));
        }
        assertThat(seen).hasSize(10_000);
        assertThat(OrderNumber.ofRandom(-1)).isEqualTo(OrderNumber.ofRandom((1L << 44) - 1));
    }

    static LongStream seeds() {
        return LongStream.of(1, new Random().nextLong());
    }

    private static void numbers(long seed, Consumer<OrderNumber> check) {
        new Random(seed).longs(NUMBERS).mapToObj(OrderNumber::ofRandom).forEach(check);
    }

    private static boolean isNumber(String value) {
        try {
            return new OrderNumber(value).value().equals(value);
        } catch (InvalidInputException refused) {
            return false;
        }
    }
}
