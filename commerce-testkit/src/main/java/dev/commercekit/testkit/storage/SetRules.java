package dev.commercekit.testkit.storage;

import static dev.commercekit.storage.Refusal.Reason.ABSENT;
import static dev.commercekit.storage.Refusal.Reason.BOUND;
import static dev.commercekit.storage.Refusal.Reason.CHECK;
import static dev.commercekit.storage.Refusal.Reason.EXISTS;
import static dev.commercekit.storage.Refusal.Reason.VERSION;
import static dev.commercekit.testkit.storage.model.ContractTables.A;
import static dev.commercekit.testkit.storage.model.ContractTables.COUNT;
import static dev.commercekit.testkit.storage.model.ContractTables.COUNTER;
import static dev.commercekit.testkit.storage.model.ContractTables.ID;
import static dev.commercekit.testkit.storage.model.ContractTables.NAME;
import static dev.commercekit.testkit.storage.model.ContractTables.ON_HAND;
import static dev.commercekit.testkit.storage.model.ContractTables.SIZE;
import static dev.commercekit.testkit.storage.model.ContractTables.counter;
import static dev.commercekit.testkit.storage.model.ContractTables.stock;
import static dev.commercekit.testkit.storage.model.ContractTables.thing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.CommitResult.Committed;
import dev.commercekit.storage.CommitResult.Refused;
import dev.commercekit.storage.Refusal;
import dev.commercekit.storage.Scan;
import dev.commercekit.storage.StorageException;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.table.Column;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.Table;
import dev.commercekit.storage.transaction.Durability;
import dev.commercekit.testkit.storage.model.ContractTables;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several writes in a set, several sets in a commit, several instances, opening and closing. */
abstract class SetRules extends AdditionRules {

    @Test
    void allWritesOfASetApply() {
        Row lamp = inserted(newThing("a", "lamp", 3));
        applied(newStock("a", 5));
        applied(Write.update(lamp, values -> values.set(SIZE, 4L)), take("a", 2), newThing("b", "chair", 1));
        assertThat(row(thing("a")).get(SIZE)).isEqualTo(4);
        assertThat(onHand("a")).isEqualTo(3);
        assertThat(find(thing("b"))).isPresent();
    }

    @Test
    void aRefusedSetLeavesNoTrace() {
        Row lamp = inserted(newThing("a", "lamp", 3));
        Row stock = inserted(newStock("a", 5));
        WriteSet set = set(
                newThing("b", "chair", 1),
                Write.update(lamp, values -> values.set(SIZE, 4L)),
                Write.add(stock("b"), ON_HAND, 1)
                        .orInsert(values -> values.set(ON_HAND, 0L).set(ContractTables.RESERVED, 0L)),
                take("a", 6));
        refused(set, new Refusal(3, BOUND));
        assertThat(row(thing("a"))).isEqualTo(lamp);
        assertThat(row(stock("a"))).isEqualTo(stock);
        assertThat(find(thing("b"))).isEmpty();
        assertThat(find(stock("b"))).isEmpty();
        assertThat(storage.scan(Scan.of(ContractTables.THING, "by_name_size")).rows())
                .containsExactly(lamp);
    }

    @Test
    void everyRefusedWriteIsNamedInOrder() {
        Row lamp = inserted(newThing("a", "lamp", 3));
        applied(newStock("a", 5), newStock("b", 5));
        WriteSet set = set(
                newThing("a", "lamp", 3),
                newThing("b", "chair", 1),
                Write.require(Row.of(thing("x"), 1, new Object[] {"x", "x", 1L, null, null, null})),
                Write.update(stock("a"), 7, values -> values.set(ON_HAND, 1L)),
                take("b", 6),
                newStock("c", -1));
        Refused refused = refused(
                set,
                new Refusal(0, EXISTS),
                new Refusal(2, ABSENT),
                new Refusal(3, VERSION),
                new Refusal(4, BOUND),
                new Refusal(5, CHECK));
        assertThat(refused.has(4, BOUND)).isTrue();
        assertThat(refused.has(1, EXISTS)).isFalse();
        assertThat(row(thing("a"))).isEqualTo(lamp);
    }

    @Test
    void aSetWithoutWritesIsCommitted() {
        WriteSet set = set();
        applied(set, 0);
        assertThat(storage.commit(set)).isInstanceOf(CommitResult.Joined.class);
    }

    @Test
    void setsApplyInTheOrderOfTheList() {
        List<CommitResult> results = storage.commitAll(List.of(
                set(newStock("a", 5)),
                set(take("a", 3)),
                set(take("a", 3)),
                set(Write.update(stock("a"), 2, values -> values.set(ON_HAND, 4L))),
                set(take("a", 3)),
                set(new Write.Delete(stock("a"), 4)),
                set(take("a", 1)),
                set(newStock("a", 9))));
        assertThat(results)
                .extracting(result -> result instanceof Committed)
                .containsExactly(true, true, false, true, true, true, false, true);
        assertThat(((Refused) results.get(2)).has(0, BOUND)).isTrue();
        assertThat(((Refused) results.get(6)).has(0, ABSENT)).isTrue();
        assertThat(onHand("a")).isEqualTo(9);
        assertThat(row(stock("a")).version()).isEqualTo(1);
    }

    @Test
    void aRefusedSetDoesNotDisturbItsNeighbours() {
        applied(newStock("a", 1));
        List<CommitResult> results = storage.commitAll(List.of(
                set(newThing("a", "lamp", 1)),
                set(take("a", 2), newThing("b", "lamp", 1)),
                set(newThing("b", "chair", 2)),
                set(newThing("a", "table", 3), newThing("c", "table", 3)),
                set(newThing("c", "desk", 4))));
        assertThat(results)
                .extracting(result -> result instanceof Committed)
                .containsExactly(true, false, true, false, true);
        assertThat(row(thing("b")).get(NAME)).isEqualTo("chair");
        assertThat(row(thing("c")).get(NAME)).isEqualTo("desk");
    }

    @Test
    void aRelaxedSetIsASetLikeAnyOther() {
        WriteSet relaxed = set(newStock("a", 5)).durability(Durability.RELAXED);
        applied(relaxed, 0);
        assertThat(second.commit(relaxed)).isInstanceOf(CommitResult.Joined.class);
        assertThat(second.get(List.of(stock("a"))).rows()).containsExactly(row(stock("a")));
        refused(set(take("a", 6)).durability(Durability.RELAXED), new Refusal(0, BOUND));
        List<CommitResult> results = storage.commitAll(List.of(
                set(take("a", 3)).durability(Durability.RELAXED),
                set(take("a", 3)),
                set(take("a", 2)).durability(Durability.RELAXED)));
        assertThat(results).extracting(result -> result instanceof Committed).containsExactly(true, false, true);
        assertThat(onHand("a")).isZero();
    }

    @Test
    void aHotRowIsAddedToByEverySetOfAList() {
        applied(newStock("a", 50));
        List<WriteSet> sets = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            sets.add(set(take("a", 1), newThing("t" + i, "sold", i)));
        }
        List<CommitResult> results = storage.commitAll(sets);
        assertThat(results.subList(0, 50)).allMatch(Committed.class::isInstance);
        assertThat(results.subList(50, 100)).allMatch(Refused.class::isInstance);
        assertThat(onHand("a")).isZero();
        assertThat(row(stock("a")).version()).isEqualTo(51);
        assertThat(find(thing("t49"))).isPresent();
        assertThat(find(thing("t50"))).isEmpty();
    }

    @Test
    void aSetMayHaveTenThousandWrites() {
        List<Write> writes = new ArrayList<>();
        for (int i = 0; i < WriteSet.MAX_WRITES; i++) {
            writes.add(newCounter(i, i));
        }
        applied(WriteSet.of(newId(), writes), 0);
        refused(set(newCounter(9_999, 0)), new Refusal(0, EXISTS));
        writes.replaceAll(write -> Write.add(write.key(), COUNT, 1));
        applied(WriteSet.of(newId(), writes), 0);
        assertThat(storage.scan(Scan.of(COUNTER).limit(10_000)).rows())
                .hasSize(WriteSet.MAX_WRITES)
                .allSatisfy(row -> assertThat(row.get(COUNT)).isEqualTo(row.get(A) + 1));
    }

    @Test
    void anEmptyListOfSetsIsCommitted() {
        assertThat(storage.commitAll(List.of())).isEmpty();
    }

    @Test
    void everyInstanceSeesWhatWasCommitted() {
        Row lamp = inserted(newThing("a", "lamp", 3));
        assertThat(second.get(List.of(thing("a"))).rows()).containsExactly(lamp);
        second.commit(set(Write.update(lamp, values -> values.set(SIZE, 4L))));
        assertThat(row(thing("a")).get(SIZE)).isEqualTo(4);
        refused(Write.require(lamp), VERSION);
    }

    @Test
    void moreTablesMayBeOpenedLater() {
        Row lamp = inserted(newThing("a", "lamp", 3));
        Table later = Table.named("contract_later", ID).columns(SIZE).build();
        storage.open(List.of(later, ContractTables.THING));
        applied(Write.insert(later.key("x"), values -> values.set(SIZE, 1L)), Write.require(lamp));
        assertThat(row(later.key("x")).get(SIZE)).isEqualTo(1);
        assertThat(row(thing("a"))).isEqualTo(lamp);
    }

    @Test
    void anUnknownTableIsAnErrorThatChangesNothing() {
        Column<String> id = Column.text("id");
        Table unknown = Table.named("contract_unknown", id).build();
        WriteSet set = set(newThing("a", "lamp", 3), Write.insert(unknown.key("x"), values -> {}));
        assertThatThrownBy(() -> storage.commitAll(List.of(set(newThing("b", "lamp", 3)), set)))
                .isInstanceOfSatisfying(
                        StorageException.class,
                        error -> assertThat(error.retryable()).isFalse());
        assertThatThrownBy(() -> storage.get(List.of(unknown.key("x")))).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> storage.scan(Scan.of(unknown))).isInstanceOf(StorageException.class);
        assertThat(find(thing("a"))).isEmpty();
        assertThat(find(thing("b"))).isEmpty();
    }

    @Test
    void aClosedStorageRefusesEveryCall() {
        applied(newThing("a", "lamp", 3));
        storage.close();
        storage.close();
        WriteSet set = set(newThing("b", "lamp", 3));
        assertThatThrownBy(() -> storage.now()).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> storage.get(List.of(thing("a")))).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> storage.scan(Scan.of(COUNTER))).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> storage.open(TABLES)).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> storage.commit(set))
                .isInstanceOfSatisfying(
                        StorageException.class,
                        error -> assertThat(error.retryable()).isFalse());
    }

    @Test
    void closingOneInstanceLeavesTheOther() {
        if (second != storage) {
            storage.close();
            assertThat(second.commit(set(newThing("a", "lamp", 3)))).isInstanceOf(Committed.class);
            assertThat(second.get(List.of(counter(1, "b", 1), thing("a"))).rows())
                    .hasSize(1);
        }
    }
}
