package dev.commercekit.testkit.storage;

import static dev.commercekit.storage.Refusal.Reason.ABSENT;
import static dev.commercekit.storage.Refusal.Reason.EXISTS;
import static dev.commercekit.storage.Refusal.Reason.VERSION;
import static dev.commercekit.testkit.storage.model.ContractTables.BODY;
import static dev.commercekit.testkit.storage.model.ContractTables.DUE;
import static dev.commercekit.testkit.storage.model.ContractTables.NAME;
import static dev.commercekit.testkit.storage.model.ContractTables.PRICE;
import static dev.commercekit.testkit.storage.model.ContractTables.SIZE;
import static dev.commercekit.testkit.storage.model.ContractTables.thing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.storage.Write;
import dev.commercekit.storage.table.Row;
import dev.commercekit.testkit.storage.model.ContractTables;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each kind of write by itself: insert, update, delete, require. */
abstract class WriteRules extends StorageFixture {

    @Test
    void aNewRowBeginsAtVersionOne() {
        Row row = inserted(newThing("a", "lamp", 3));
        assertThat(row.version()).isEqualTo(1);
        assertThat(row.key()).isEqualTo(thing("a"));
        assertThat(row.get(ContractTables.ID)).isEqualTo("a");
        assertThat(row.get(NAME)).isEqualTo("lamp");
        assertThat(row.get(SIZE)).isEqualTo(3);
    }

    @Test
    void columnsThatAnInsertDoesNotNameAreEmpty() {
        Row row = inserted(newThing("a", "lamp", 3));
        assertThat(row.find(PRICE)).isEmpty();
        assertThat(row.find(DUE)).isEmpty();
        assertThat(row.find(BODY)).isEmpty();
    }

    @Test
    void aRowThatIsThereIsNotInsertedAgain() {
        Row before = inserted(newThing("a", "lamp", 3));
        refused(newThing("a", "chair", 4), EXISTS);
        assertThat(row(thing("a"))).isEqualTo(before);
    }

    @Test
    void anUpdateKeepsTheColumnsThatItDoesNotNameAndRaisesTheVersion() {
        Row row = inserted(Write.insert(
                thing("a"), values -> values.set(NAME, "lamp").set(SIZE, 3L).set(PRICE, new BigDecimal("1.50"))));
        applied(Write.update(row, values -> values.set(SIZE, 4L)));
        Row after = row(thing("a"));
        assertThat(after.version()).isEqualTo(2);
        assertThat(after.get(NAME)).isEqualTo("lamp");
        assertThat(after.get(SIZE)).isEqualTo(4);
        assertThat(after.get(PRICE)).isEqualTo(new BigDecimal("1.50"));
    }

    @Test
    void anUpdateOfNoColumnRaisesTheVersion() {
        Row row = inserted(newThing("a", "lamp", 3));
        applied(Write.update(row, values -> {}));
        assertThat(row(thing("a")).version()).isEqualTo(2);
    }

    @Test
    void anUpdateMayEmptyAColumn() {
        Row row = inserted(Write.insert(
                thing("a"), values -> values.set(NAME, "lamp").set(SIZE, 3L).set(PRICE, new BigDecimal("1.50"))));
        applied(Write.update(row, values -> values.empty(PRICE)));
        assertThat(row(thing("a")).find(PRICE)).isEmpty();
    }

    @Test
    void anAbsentRowIsNotUpdated() {
        refused(Write.update(thing("a"), 1, values -> values.set(SIZE, 4L)), ABSENT);
        assertThat(find(thing("a"))).isEmpty();
    }

    @Test
    void aRowAtAnotherVersionIsNotUpdated() {
        Row first = inserted(newThing("a", "lamp", 3));
        applied(Write.update(first, values -> values.set(SIZE, 4L)));
        refused(Write.update(first, values -> values.set(SIZE, 5L)), VERSION);
        refused(Write.update(thing("a"), 3, values -> values.set(SIZE, 5L)), VERSION);
        assertThat(row(thing("a")).get(SIZE)).isEqualTo(4);
    }

    @Test
    void aDeletedRowIsGone() {
        Row row = inserted(newThing("a", "lamp", 3));
        applied(Write.delete(row));
        assertThat(find(thing("a"))).isEmpty();
    }

    @Test
    void aRowIsDeletedOnlyAtItsVersion() {
        Row first = inserted(newThing("a", "lamp", 3));
        applied(Write.update(first, values -> values.set(SIZE, 4L)));
        refused(Write.delete(first), VERSION);
        assertThat(row(thing("a")).version()).isEqualTo(2);
    }

    @Test
    void anAbsentRowIsNotDeleted() {
        refused(new Write.Delete(thing("a"), 1), ABSENT);
    }

    @Test
    void aRowThatComesBackBeginsAtVersionOneAnew() {
        Row row = inserted(newThing("a", "lamp", 3));
        applied(Write.update(row, values -> values.set(SIZE, 4L)));
        applied(Write.delete(row(thing("a"))));
        assertThat(inserted(newThing("a", "lamp", 3)).version()).isEqualTo(1);
    }

    @Test
    void aRequirementChangesNothing() {
        Row row = inserted(newThing("a", "lamp", 3));
        applied(Write.require(row), newThing("b", "chair", 1));
        assertThat(row(thing("a"))).isEqualTo(row);
        assertThat(find(thing("b"))).isPresent();
    }

    @Test
    void aRequirementFailsAtAnotherVersion() {
        Row first = inserted(newThing("a", "lamp", 3));
        applied(Write.update(first, values -> values.set(SIZE, 4L)));
        refused(Write.require(first), VERSION);
    }

    @Test
    void aRequirementFailsWhereTheRowIsAbsent() {
        Row row = inserted(newThing("a", "lamp", 3));
        applied(Write.delete(row));
        refused(Write.require(row), ABSENT);
    }

    @Test
    void rowsAreReadInTheOrderAskedForWithoutThoseThatAreAbsent() {
        applied(newThing("a", "lamp", 1), newThing("b", "chair", 2), newThing("c", "table", 3));
        var reading = storage.get(List.of(thing("c"), thing("x"), thing("a")));
        assertThat(reading.rows()).extracting(Row::key).containsExactly(thing("c"), thing("a"));
        assertThat(storage.get(List.of()).rows()).isEmpty();
    }

    @Test
    void rowsOfSeveralTablesAreReadAtOnce() {
        applied(newThing("a", "lamp", 1), newStock("a", 5), newCounter(1, 7));
        var keys = List.of(ContractTables.counter(1, "b", 1), ContractTables.stock("a"), thing("a"));
        assertThat(storage.get(keys).rows()).extracting(Row::key).containsExactlyElementsOf(keys);
    }

    @Test
    void aKeyAskedForTwiceIsAnsweredOnce() {
        applied(newThing("a", "lamp", 1));
        assertThat(storage.get(List.of(thing("a"), thing("a"))).rows()).hasSize(1);
    }

    @Test
    void manyRowsAreReadAtOnce() {
        Write[] writes = new Write[3_000];
        for (int i = 0; i < writes.length; i++) {
            writes[i] = newCounter(i, i);
        }
        applied(writes);
        assertThat(storage.get(List.of(writes).stream().map(Write::key).toList())
                        .rows())
                .hasSize(3_000)
                .allSatisfy(row -> assertThat(row.get(ContractTables.COUNT)).isEqualTo(row.get(ContractTables.A)));
    }
}
