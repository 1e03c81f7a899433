package dev.commercekit.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.commercekit.InvalidInputException;
import dev.commercekit.catalog.Sku;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StockTest {

    private static final Sku A = Sku.of("A");
    private static final Sku B = Sku.of("B");
    private static final Sku LOWER = Sku.of("a");

    @Test
    void linesAreSummedInTheOrderOfTheSkus() {
        assertThat(StockLine.summed(List.of(
                        new StockLine(LOWER, 5), new StockLine(B, 1), new StockLine(A, 2), new StockLine(B, 3))))
                .containsExactly(new StockLine(A, 2), new StockLine(B, 4), new StockLine(LOWER, 5));
        assertThat(StockLine.summed(List.of())).isEmpty();
    }

    @Test
    void aSumIsLimitedAsALineIs() {
        StockLine most = new StockLine(A, StockLine.MAX_QUANTITY);
        assertThat(StockLine.summed(List.of(most))).containsExactly(most);
        assertThatThrownBy(() -> StockLine.summed(List.of(most, new StockLine(A, 1))))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> StockLine.summed(Collections.nCopies(1_200, most)))
                .isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "1000000001", "9223372036854775807"})
    void aLineIsLimited(long quantity) {
        assertThatThrownBy(() -> new StockLine(A, quantity)).isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "RECEIVED,  5,  5",
        "ADJUSTED,  5,  5",
        "ADJUSTED,  -5, -5",
        "RESTOCKED, 5,  5",
        "HELD,      5,  -5",
        "SOLD,      5,  -5",
        "RELEASED,  5,  0"
    })
    void aMovementChangesWhatIsAvailable(Movement.Kind kind, long quantity, long effect) {
        assertThat(new Movement("m", A, kind, quantity, "r", Instant.EPOCH).effect())
                .isEqualTo(effect);
    }
}
