package dev.commercekit.storage.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.commercekit.InvalidInputException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowKeyTest {

    private static final Table ONE = Table.named("one", Column.text("a")).build();
    private static final Table TWO =
            Table.named("two", Column.text("a"), Column.number("b")).build();
    private static final Table THREE = Table.named("three", Column.text("a"), Column.number("b"), Column.text("c"))
            .build();

    private static final List<RowKey> KEYS =
            List.of(ONE.key("x"), TWO.key("x", 1L), TWO.key("x", 2L), THREE.key("x", 1L, "y"), THREE.key("x", 1L, "z"));

    @Test
    void itHasTheValuesInTheOrderOfTheKey() {
        assertThat(KEYS.get(3).values()).containsExactly("x", 1L, "y");
        for (RowKey key : KEYS) {
            assertThat(IntStream.range(0, key.values().size()).mapToObj(key::value))
                    .isEqualTo(key.values());
            assertThatThrownBy(() -> key.value(key.values().size())).isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> key.value(-1)).isInstanceOf(InvalidInputException.class);
        }
    }

    @Test
    void twoKeysAreTheSameIfTheirTablesAndAllTheirValuesAre() {
        for (RowKey key : KEYS) {
            RowKey same = new RowKey(key.table(), key.values());
            assertThat(same).isEqualTo(key).hasSameHashCodeAs(key).isEqualByComparingTo(key);
            assertThat(KEYS.stream().filter(same::equals)).containsExactly(key);
        }
    }

    @Test
    void theirOrderIsByTableAndThenByValue() {
        assertThat(List.of(KEYS.get(4), KEYS.get(2), KEYS.get(3), KEYS.get(1), KEYS.get(0)).stream()
                        .sorted())
                .containsExactly(KEYS.get(0), KEYS.get(3), KEYS.get(4), KEYS.get(1), KEYS.get(2));
    }

    @Test
    void otherNumbersAndTypesOfValuesAreRefused() {
        assertThatThrownBy(() -> new RowKey(ONE, List.of())).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> ONE.key(1L)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> ONE.key("x", "y")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> TWO.key("x")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> THREE.key("x", 1L)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new RowKey(ONE, List.of("x", "y", "z", "!")))
                .isInstanceOf(InvalidInputException.class);
    }
}
