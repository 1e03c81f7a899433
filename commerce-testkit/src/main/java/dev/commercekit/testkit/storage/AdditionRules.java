package dev.commercekit.testkit.storage;

import static dev.commercekit.storage.Refusal.Reason.ABSENT;
import static dev.commercekit.storage.Refusal.Reason.BOUND;
import static dev.commercekit.storage.Refusal.Reason.CHECK;
import static dev.commercekit.testkit.storage.model.ContractTables.COUNT;
import static dev.commercekit.testkit.storage.model.ContractTables.MOST;
import static dev.commercekit.testkit.storage.model.ContractTables.NOTE;
import static dev.commercekit.testkit.storage.model.ContractTables.ON_HAND;
import static dev.commercekit.testkit.storage.model.ContractTables.RESERVED;
import static dev.commercekit.testkit.storage.model.ContractTables.counter;
import static dev.commercekit.testkit.storage.model.ContractTables.stock;
import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.storage.Write;
import dev.commercekit.storage.table.Row;
import org.junit.jupiter.api.Test;

/** Additions, their bounds, and the checks of tables. */
abstract class AdditionRules extends WriteRules {

    @Test
    void anAdditionIgnoresTheVersionAndRaisesIt() {
        applied(newStock("a", 5));
        applied(Write.add(stock("a"), ON_HAND, 3));
        applied(Write.add(stock("a"), ON_HAND, -2));
        Row row = row(stock("a"));
        assertThat(row.get(ON_HAND)).isEqualTo(6);
        assertThat(row.get(RESERVED)).isZero();
        assertThat(row.version()).isEqualTo(3);
    }

    @Test
    void anAdditionOfNothingRaisesTheVersion() {
        applied(newStock("a", 5));
        applied(Write.add(stock("a"), ON_HAND, 0));
        assertThat(row(stock("a")).version()).isEqualTo(2);
    }

    @Test
    void anAdditionNeedsItsRow() {
        refused(Write.add(stock("a"), ON_HAND, 3), ABSENT);
        assertThat(find(stock("a"))).isEmpty();
    }

    @Test
    void anAdditionMayBringItsRow() {
        Write add = Write.add(stock("a"), ON_HAND, 3)
                .orInsert(values -> values.set(ON_HAND, 10L).set(RESERVED, 1L).set(NOTE, "new"));
        applied(add);
        Row row = row(stock("a"));
        assertThat(row.get(ON_HAND)).isEqualTo(13);
        assertThat(row.get(RESERVED)).isEqualTo(1);
        assertThat(row.get(NOTE)).isEqualTo("new");
        assertThat(row.version()).isEqualTo(1);
    }

    @Test
    void theRowThatAnAdditionBringsIsIgnoredWhereThereIsOne() {
        applied(newStock("a", 5));
        applied(Write.add(stock("a"), ON_HAND, 3)
                .orInsert(values -> values.set(ON_HAND, 10L).set(RESERVED, 1L).set(NOTE, "new")));
        Row row = row(stock("a"));
        assertThat(row.get(ON_HAND)).isEqualTo(8);
        assertThat(row.get(RESERVED)).isZero();
        assertThat(row.find(NOTE)).isEmpty();
    }

    @Test
    void aFloorMayBeReachedButNotPassed() {
        applied(newStock("a", 5));
        applied(Write.add(stock("a"), ON_HAND, -3).withFloor(2));
        refused(Write.add(stock("a"), ON_HAND, -1).withFloor(2), BOUND);
        assertThat(onHand("a")).isEqualTo(2);
        assertThat(row(stock("a")).version()).isEqualTo(2);
    }

    @Test
    void aCeilingMayBeReachedButNotPassed() {
        applied(newStock("a", 5));
        applied(Write.add(stock("a"), ON_HAND, 3).withCeiling(8));
        refused(Write.add(stock("a"), ON_HAND, 1).withCeiling(8), BOUND);
        assertThat(onHand("a")).isEqualTo(8);
    }

    @Test
    void theRowThatAnAdditionBringsIsBoundToo() {
        Write.Add add = Write.add(stock("a"), ON_HAND, -3)
                .orInsert(values -> values.set(ON_HAND, 2L).set(RESERVED, 0L));
        refused(add.withFloor(0), BOUND);
        refused(
                Write.add(stock("a"), ON_HAND, 3)
                        .orInsert(values -> values.set(ON_HAND, 2L).set(RESERVED, 0L))
                        .withCeiling(4),
                BOUND);
        assertThat(find(stock("a"))).isEmpty();
    }

    @Test
    void anOverflowIsOutOfBounds() {
        applied(newCounter(1, Long.MAX_VALUE), newCounter(2, Long.MIN_VALUE));
        refused(Write.add(counter(1, "b", 1), COUNT, 1), BOUND);
        refused(Write.add(counter(2, "b", 1), COUNT, -1), BOUND);
        assertThat(row(counter(1, "b", 1)).get(COUNT)).isEqualTo(Long.MAX_VALUE);
        applied(Write.add(counter(1, "b", 1), COUNT, Long.MIN_VALUE));
        assertThat(row(counter(1, "b", 1)).get(COUNT)).isEqualTo(-1);
    }

    @Test
    void aCheckHoldsForAnInsert() {
        refused(newStock("a", -1), CHECK);
        refused(Write.insert(stock("a"), values -> values.set(ON_HAND, 1L).set(RESERVED, 2L)), CHECK);
        assertThat(find(stock("a"))).isEmpty();
    }

    @Test
    void aCheckHoldsForAnUpdate() {
        Row row = inserted(newStock("a", 1));
        refused(Write.update(row, values -> values.set(ON_HAND, -1L)), CHECK);
        refused(Write.update(row, values -> values.set(RESERVED, 2L)), CHECK);
        applied(Write.update(row, values -> values.set(RESERVED, 1L)));
    }

    @Test
    void aCheckHoldsForAnAddition() {
        applied(newStock("a", 1));
        refused(Write.add(stock("a"), ON_HAND, -2), CHECK);
        refused(Write.add(stock("a"), RESERVED, 2), CHECK);
        refused(
                Write.add(stock("b"), ON_HAND, -2)
                        .orInsert(values -> values.set(ON_HAND, 1L).set(RESERVED, 0L)),
                CHECK);
        assertThat(row(stock("a")).version()).isEqualTo(1);
    }

    @Test
    void aBoundIsNamedBeforeACheck() {
        applied(newStock("a", 1));
        refused(take("a", 2), BOUND);
    }

    @Test
    void anEmptyColumnBreaksNoCheck() {
        Row row = inserted(newStock("a", 100));
        refused(Write.update(row, values -> values.set(MOST, 99L)), CHECK);
        applied(Write.update(row, values -> values.set(MOST, 100L)));
        refused(Write.add(stock("a"), ON_HAND, 1), CHECK);
        applied(Write.update(row(stock("a")), values -> values.empty(MOST)));
        applied(Write.add(stock("a"), ON_HAND, 1));
    }
}
