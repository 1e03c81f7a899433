package dev.commercekit.core.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.storage.Reading;
import dev.commercekit.storage.table.Column;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.table.Table;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SeenRowsTest {

    private static final Column<String> NAME = Column.text("name");
    private static final Table TABLE = Table.named("thing", NAME).build();
    private static final RowKey A = TABLE.key("a");
    private static final RowKey B = TABLE.key("b");
    private static final RowKey C = TABLE.key("c");
    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    /** Storages return rows in an order of their own, and a key may be asked for twice. */
    @ParameterizedTest
    @MethodSource
    void whatWasFoundIsThereAndTheRestIsKnownToBeAbsent(List<RowKey> asked, List<RowKey> found) {
        SeenRows seen = SeenRows.none();

        seen.add(asked, reading(found));

        for (RowKey key : List.of(A, B, C)) {
            assertThat(seen.knows(key)).as("knows %s", key).isEqualTo(asked.contains(key));
            assertThat(seen.find(key).map(Row::key).stream().toList())
                    .as("row %s", key)
                    .isEqualTo(found.contains(key) ? List.of(key) : List.of());
        }
    }

    static Stream<Object[]> whatWasFoundIsThereAndTheRestIsKnownToBeAbsent() {
        return Stream.of(
                new Object[] {List.of(A, B, C), List.of(A, B, C)},
                new Object[] {List.of(A, B, C), List.of(C, A, B)},
                new Object[] {List.of(A, B, C), List.of(C)},
                new Object[] {List.of(A, B), List.of(B)},
                new Object[] {List.of(A, A, B), List.of(A, B)},
                new Object[] {List.of(A, B, A), List.of(A)},
                new Object[] {List.of(B, B), List.of()});
    }

    @Test
    void aRowThatIsGoneAtTheNextReadIsAbsent() {
        SeenRows seen = SeenRows.none();
        seen.add(List.of(A, B), reading(List.of(A, B)));

        seen.add(List.of(A, B), reading(List.of(B)));

        assertThat(seen.find(A)).isEmpty();
        assertThat(seen.find(B)).isPresent();
    }

    private static Reading reading(List<RowKey> keys) {
        return new Reading(
                keys.stream()
                        .map(key -> Row.of(key, 1, new Object[] {key.value(0)}))
                        .toList(),
                AT);
    }
}
