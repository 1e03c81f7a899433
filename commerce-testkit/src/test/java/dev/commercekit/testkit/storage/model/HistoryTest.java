package dev.commercekit.testkit.storage.model;

import static dev.commercekit.testkit.storage.model.ContractTables.counter;
import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.storage.Write;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.WriteSetId;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private final History history = new History();

    @Test
    void setsOneAfterTheOtherAreFine() {
        applied("a", update(1, 1), require(2, 1));
        applied("b", update(2, 1), require(1, 2));
        applied("c", update(1, 2), update(2, 2));
        assertThat(history.anomaly()).isEmpty();
    }

    @Test
    void aLostUpdateIsFound() {
        applied("a", update(1, 1));
        applied("b", update(1, 1));
        assertThat(history.anomaly())
                .hasValueSatisfying(found -> assertThat(found).contains("changed"));
    }

    @Test
    void writeSkewIsFound() {
        applied("a", update(1, 1), require(2, 1));
        applied("b", update(2, 1), require(1, 1));
        assertThat(history.anomaly())
                .hasValueSatisfying(found -> assertThat(found).contains("2 sets"));
    }

    @Test
    void aTornReadIsFound() {
        applied("writer", update(1, 1), update(2, 1));
        applied("reader", require(1, 2), require(2, 1), update(3, 1));
        assertThat(history.anomaly()).isPresent();
    }

    private void applied(String id, Write... writes) {
        history.add(WriteSet.of(new WriteSetId(id), writes));
    }

    private static Write update(long row, long version) {
        return Write.update(counter(row, "b", 1), version, values -> {});
    }

    private static Write require(long row, long version) {
        return new Write.Require(counter(row, "b", 1), version);
    }
}
