package dev.commercekit.testkit.storage;

import static dev.commercekit.storage.Refusal.Reason.BOUND;
import static dev.commercekit.storage.Refusal.Reason.EXISTS;
import static dev.commercekit.testkit.storage.model.ContractTables.NAME;
import static dev.commercekit.testkit.storage.model.ContractTables.ON_HAND;
import static dev.commercekit.testkit.storage.model.ContractTables.SIZE;
import static dev.commercekit.testkit.storage.model.ContractTables.stock;
import static dev.commercekit.testkit.storage.model.ContractTables.thing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.CommitResult.Abandoned;
import dev.commercekit.storage.CommitResult.Committed;
import dev.commercekit.storage.CommitResult.Joined;
import dev.commercekit.storage.Refusal;
import dev.commercekit.storage.Scan;
import dev.commercekit.storage.Witness;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.WriteSetId;
import dev.commercekit.storage.table.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The witness: a set is applied once, however often it is sent, and can be given up. */
abstract class WitnessRules extends AlternativeRules {

    @Test
    void aSetThatIsSentAgainIsJoined() {
        applied(newStock("a", 5));
        WriteSet set = set(take("a", 2), newThing("a", "lamp", 1));
        Committed committed = applied(set, 0);
        assertThat(storage.commit(set)).isEqualTo(new Joined(0, committed.at()));
        assertThat(second.commit(set)).isEqualTo(new Joined(0, committed.at()));
        assertThat(onHand("a")).isEqualTo(3);
        assertThat(row(stock("a")).version()).isEqualTo(2);
    }

    @Test
    void aSetThatIsSentAgainKeepsItsBranch() {
        applied(newStock("a", 1));
        Write take = take("a", 2);
        WriteSet set = set(take).orElse(List.of(take), List.of(newThing("a", "sold out", 1)));
        Committed committed = applied(set, 1);
        applied(Write.add(stock("a"), ON_HAND, 10));
        assertThat(storage.commit(set)).isEqualTo(new Joined(1, committed.at()));
        assertThat(onHand("a")).isEqualTo(11);
    }

    @Test
    void theIdAloneDecidesWhetherASetIsJoined() {
        WriteSetId id = newId();
        Committed committed = applied(WriteSet.of(id, newThing("a", "lamp", 1)), 0);
        assertThat(storage.commit(WriteSet.of(id, newThing("b", "chair", 1)))).isEqualTo(new Joined(0, committed.at()));
        assertThat(find(thing("b"))).isEmpty();
    }

    @Test
    void aSetTwiceInOneListIsAppliedOnce() {
        applied(newStock("a", 5));
        WriteSet set = set(take("a", 2));
        List<CommitResult> results = storage.commitAll(List.of(set, set(take("a", 1)), set));
        Committed committed = (Committed) results.get(0);
        assertThat(results.get(2)).isEqualTo(new Joined(0, committed.at()));
        assertThat(onHand("a")).isEqualTo(2);
    }

    @Test
    void everyAppliedSetHasAWitness() {
        WriteSet set = set(newThing("a", "lamp", 1));
        Committed committed = applied(set, 0);
        Row witness = row(Witness.of(set.id()));
        assertThat(witness.version()).isEqualTo(1);
        assertThat(witness.get(Witness.BRANCH)).isZero();
        assertThat(witness.get(Witness.AT)).isEqualTo(committed.at());
        assertThat(storage.scan(Scan.of(Witness.TABLE, "by_time")).rows()).contains(witness);
    }

    @Test
    void aRefusedSetMayBeSentAgainUnderItsId() {
        applied(newStock("a", 1));
        WriteSet set = set(newThing("a", "lamp", 1), take("a", 2));
        refused(set, new Refusal(1, BOUND));
        assertThat(find(Witness.of(set.id()))).isEmpty();
        applied(Write.add(stock("a"), ON_HAND, 10));
        applied(set, 0);
        assertThat(onHand("a")).isEqualTo(9);
    }

    @Test
    void aSetThatWasGivenUpIsAbandoned() {
        WriteSet set = set(newThing("a", "lamp", 1));
        applied(Witness.tombstone(set.id()));
        assertThat(storage.commit(set)).isInstanceOf(Abandoned.class);
        assertThat(second.commit(set)).isInstanceOf(Abandoned.class);
        assertThat(find(thing("a"))).isEmpty();
        Row witness = row(Witness.of(set.id()));
        assertThat(witness.get(Witness.BRANCH)).isEqualTo(Witness.TOMBSTONE);
    }

    @Test
    void aSetThatWasAppliedIsNotGivenUp() {
        WriteSet set = set(newThing("a", "lamp", 1));
        applied(set, 0);
        refused(Witness.tombstone(set.id()), EXISTS);
        assertThat(storage.commit(set)).isInstanceOf(Joined.class);
    }

    @Test
    void aSetIsGivenUpOnce() {
        WriteSetId id = newId();
        applied(Witness.tombstone(id));
        refused(Witness.tombstone(id), EXISTS);
    }

    @Test
    void ofASetAndItsTombstoneInOneListTheFirstWins() {
        WriteSet early = set(newThing("a", "lamp", 1));
        WriteSet late = set(newThing("b", "chair", 1));
        List<CommitResult> results = storage.commitAll(
                List.of(early, set(Witness.tombstone(early.id())), set(Witness.tombstone(late.id())), late, early));
        assertThat(results.get(0)).isInstanceOf(Committed.class);
        assertThat(results.get(1)).isInstanceOf(CommitResult.Refused.class);
        assertThat(results.get(2)).isInstanceOf(Committed.class);
        assertThat(results.get(3)).isInstanceOf(Abandoned.class);
        assertThat(results.get(4)).isInstanceOf(Joined.class);
        assertThat(find(thing("a"))).isPresent();
        assertThat(find(thing("b"))).isEmpty();
    }

    @Test
    void aTombstoneMayStandAmongOtherWrites() {
        WriteSet set = set(newThing("a", "lamp", 1));
        applied(newThing("a", "given up", 1), Witness.tombstone(set.id()));
        assertThat(storage.commit(set)).isInstanceOf(Abandoned.class);
        assertThat(row(thing("a")).get(NAME)).isEqualTo("given up");
    }

    @Test
    void aTombstoneIsNotPlantedByARefusedSet() {
        WriteSet set = set(newThing("a", "lamp", 1));
        refused(
                set(Witness.tombstone(set.id()), Write.update(thing("x"), 1, values -> values.set(SIZE, 1L))),
                new Refusal(1, Refusal.Reason.ABSENT));
        applied(set, 0);
    }

    @Test
    void aSetWhoseWitnessWasPrunedIsForgotten() {
        applied(newStock("a", 5));
        WriteSet set = set(take("a", 2));
        applied(set, 0);
        applied(Write.delete(row(Witness.of(set.id()))));
        applied(set, 0);
        assertThat(onHand("a")).isEqualTo(1);
    }

    @Test
    void idsDifferByCase() {
        WriteSetId id = newId();
        WriteSetId upper = new WriteSetId(id.value().toUpperCase(java.util.Locale.ROOT));
        applied(WriteSet.of(id, newThing("a", "lamp", 1)), 0);
        applied(WriteSet.of(upper, newThing("b", "lamp", 1)), 0);
    }
}
