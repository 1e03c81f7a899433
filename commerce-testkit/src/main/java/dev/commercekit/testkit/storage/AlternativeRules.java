package dev.commercekit.testkit.storage;

import static dev.commercekit.storage.Refusal.Reason.BOUND;
import static dev.commercekit.storage.Refusal.Reason.EXISTS;
import static dev.commercekit.testkit.storage.model.ContractTables.thing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.CommitResult.Committed;
import dev.commercekit.storage.Refusal;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.table.Row;
import dev.commercekit.testkit.storage.model.ContractTables;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is written instead, when exactly some preconditions fail. */
abstract class AlternativeRules extends SetRules {

    private final Write takeA = take("a", 6);
    private final Write takeB = take("b", 6);
    private final Write placed = newThing("order", "placed", 1);
    private final Write soldOut = newThing("order", "sold out", 1);
    private final Write other = newThing("order", "other", 1);

    private void stock(long ofA, long ofB) {
        applied(newStock("a", ofA), newStock("b", ofB));
    }

    private String order() {
        return row(thing("order")).get(ContractTables.NAME);
    }

    @Test
    void nothingIsWrittenInsteadWhereNothingFails() {
        stock(6, 6);
        applied(set(placed, takeA, takeB).orElse(List.of(takeA, takeB), List.of(soldOut)), 0);
        assertThat(order()).isEqualTo("placed");
        assertThat(onHand("a")).isZero();
    }

    @Test
    void anAlternativeIsWrittenInsteadOfAllWrites() {
        stock(5, 6);
        WriteSet set =
                set(newThing("line", "line", 1), placed, takeA, takeB).orElse(List.of(takeA, takeB), List.of(soldOut));
        applied(set, 1);
        assertThat(order()).isEqualTo("sold out");
        assertThat(find(thing("line"))).isEmpty();
        assertThat(onHand("a")).isEqualTo(5);
        assertThat(onHand("b")).isEqualTo(6);
    }

    @Test
    void anAlternativeAnswersSeveralFailures() {
        stock(5, 5);
        applied(set(placed, takeA, takeB).orElse(List.of(takeA, takeB), List.of(soldOut)), 1);
        assertThat(order()).isEqualTo("sold out");
    }

    @Test
    void anAlternativeDoesNotApplyWhenAnotherWriteFailsToo() {
        stock(5, 5);
        WriteSet set = set(placed, takeA, takeB).orElse(List.of(takeA), List.of(soldOut));
        refused(set, new Refusal(1, BOUND), new Refusal(2, BOUND));
        assertThat(find(thing("order"))).isEmpty();
    }

    @Test
    void theFirstAlternativeThatFitsApplies() {
        stock(5, 6);
        WriteSet set = set(placed, takeA, takeB)
                .orElse(List.of(takeB), List.of(newThing("order", "no b", 1)))
                .orElse(List.of(takeA, takeB), List.of(soldOut))
                .orElse(List.of(takeA), List.of(other));
        applied(set, 2);
        assertThat(order()).isEqualTo("sold out");
    }

    @Test
    void anAlternativeWhoseOwnPreconditionsFailIsPassedOver() {
        stock(5, 6);
        Row thing = inserted(newThing("x", "x", 1));
        applied(Write.update(thing, values -> values.set(ContractTables.SIZE, 2L)));
        WriteSet set = set(placed, takeA)
                .orElse(List.of(takeA), List.of(soldOut, Write.require(thing)))
                .orElse(List.of(takeA), List.of(other));
        applied(set, 2);
        assertThat(order()).isEqualTo("other");
    }

    @Test
    void aSetWhoseAlternativesAllFailIsRefusedForItsOwnWrites() {
        stock(5, 6);
        applied(newThing("order", "there", 1));
        WriteSet set = set(newThing("line", "line", 1), takeA).orElse(List.of(takeA), List.of(soldOut));
        refused(set, new Refusal(1, BOUND));
        assertThat(order()).isEqualTo("there");
    }

    @Test
    void anAlternativeMayWriteNothing() {
        applied(newThing("order", "there", 1));
        WriteSet set = set(placed).orElse(List.of(placed), List.of());
        applied(set, 1);
        assertThat(order()).isEqualTo("there");
        assertThat(storage.commit(set))
                .isInstanceOfSatisfying(
                        CommitResult.Joined.class,
                        joined -> assertThat(joined.branch()).isEqualTo(1));
    }

    @Test
    void anAlternativeMayWriteTheSameRows() {
        stock(5, 6);
        Write takeFewer = take("a", 5);
        applied(set(placed, takeA).orElse(List.of(takeA), List.of(placed, takeFewer)), 1);
        assertThat(onHand("a")).isZero();
        assertThat(order()).isEqualTo("placed");
    }

    @Test
    void alternativesAnswerEveryReason() {
        applied(newThing("order", "there", 1));
        WriteSet set = set(placed).orElse(List.of(placed), List.of(newThing("second", "second", 1)));
        applied(set, 1);
        Write broken = newStock("c", -1);
        applied(set(broken).orElse(List.of(broken), List.of(newStock("c", 0))), 1);
        Write stale = Write.update(thing("order"), 9, values -> {});
        applied(set(stale).orElse(List.of(stale), List.of(newThing("third", "third", 1))), 1);
        Write absent = Write.update(thing("none"), 1, values -> {});
        applied(set(absent).orElse(List.of(absent), List.of(newThing("fourth", "fourth", 1))), 1);
    }

    @Test
    void eachSetOfAListTakesItsOwnBranch() {
        stock(13, 0);
        List<CommitResult> results = storage.commitAll(
                List.of(orderOf("1"), orderOf("2"), orderOf("3"), WriteSet.of(newId(), newThing("3", "again", 1))));
        assertThat(results.subList(0, 3))
                .extracting(result -> ((Committed) result).branch())
                .containsExactly(0, 0, 1);
        assertThat(results.get(3))
                .isInstanceOfSatisfying(
                        CommitResult.Refused.class,
                        refused -> assertThat(refused.has(0, EXISTS)).isTrue());
        assertThat(onHand("a")).isEqualTo(1);
    }

    private WriteSet orderOf(String id) {
        return set(newThing(id, "placed", 1), takeA).orElse(List.of(takeA), List.of(newThing(id, "sold out", 1)));
    }
}
