package dev.commercekit.core.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The number that stands for a value never contradicts the order of the values. */
class PlaceTest {

    private static final char[] LETTERS = {'\0', 'a', 'b', 'þ', 'ÿ', 'Ā', 'ā', '漢'};

    private static long sort(Object value) {
        return new Place(new int[] {0}, new Object[] {value}).sort();
    }

    private static <T extends Comparable<T>> void assertThatNoneIsContradicted(List<T> values) {
        List<T> sorted = values.stream().sorted().toList();
        assertThat(sorted.stream().map(PlaceTest::sort).toList()).isSorted();
        for (int i = 1; i < sorted.size(); i++) {
            T one = sorted.get(i - 1);
            T other = sorted.get(i);
            assertThat(Integer.signum(Place.compare(one, other))).isEqualTo(Integer.signum(one.compareTo(other)));
        }
    }

    @Test
    void textsSortByTheirCharacters() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        assertThatNoneIsContradicted(
                Stream.generate(() -> text(random)).limit(2_000).toList());
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        IntStream.range(0, random.nextInt(11)).forEach(i -> text.append(LETTERS[random.nextInt(LETTERS.length)]));
        return text.toString();
    }

    @Test
    void momentsSortByTime() {
        assertThatNoneIsContradicted(List.of(
                Instant.MAX,
                Instant.MIN,
                Instant.EPOCH,
                Instant.ofEpochSecond(-1, 999_999_000),
                Instant.ofEpochSecond(-1, 1_000),
                Instant.ofEpochSecond(Long.MAX_VALUE / 1_000_000, 999_999_000),
                Instant.ofEpochSecond(Long.MIN_VALUE / 1_000_000, 0),
                Instant.parse("2026-01-31T12:00:00.123456Z"),
                Instant.parse("2026-01-31T12:00:00.123457Z")));
    }

    @Test
    void numbersSortByTheirSize() {
        assertThatNoneIsContradicted(List.of(Long.MAX_VALUE, Long.MIN_VALUE, 0L, -1L, 1L));
        assertThatNoneIsContradicted(List.of(new BigDecimal("1.50"), new BigDecimal("-2"), new BigDecimal("1.6")));
    }

    @Test
    void theNumberTellsTextsApartThatDifferEarly() {
        assertThat(sort("SKU-1")).isLessThan(sort("SKU-10")).isLessThan(sort("SKU-2"));
        assertThat(sort("")).isLessThan(sort("a"));
    }
}
