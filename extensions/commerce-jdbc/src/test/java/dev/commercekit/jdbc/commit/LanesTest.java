package dev.commercekit.jdbc.commit;

import static dev.commercekit.testkit.storage.model.ContractTables.NAME;
import static dev.commercekit.testkit.storage.model.ContractTables.ON_HAND;
import static dev.commercekit.testkit.storage.model.ContractTables.stock;
import static dev.commercekit.testkit.storage.model.ContractTables.thing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.storage.Witness;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.WriteSetId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LanesTest {

    private static final Write HELD = Write.update(thing("held"), 1, values -> {});

    private static WriteSet set(String id, Write... writes) {
        return WriteSet.of(new WriteSetId(id), writes);
    }

    private static Write change(String id) {
        return Write.update(thing(id), 1, values -> values.set(NAME, "new"));
    }

    private static Write add(String sku) {
        return Write.add(stock(sku), ON_HAND, 1);
    }

    private static List<Integer> waiting(WriteSet... sets) {
        return new Lanes(List.of(sets), Set.of(thing("held"))).waiting();
    }

    @Test
    void whatNeedsTheHeldRowWaits() {
        assertThat(waiting(set("1", change("a")), set("2", HELD), set("3", change("b"))))
                .containsExactly(1);
    }

    @Test
    void anAlternativeNeedsItToo() {
        Write fails = change("a");
        assertThat(waiting(set("1", fails).orElse(List.of(fails), List.of(HELD))))
                .containsExactly(0);
    }

    @Test
    void whoseOrderToAWaitingSetCanBeToldWaitsWithIt() {
        assertThat(waiting(set("1", HELD, change("a")), set("2", change("a"), change("b")), set("3", change("b"))))
                .containsExactly(0, 1, 2);
    }

    @Test
    void whoOnlyAddsToTheSameRowGoesOn() {
        assertThat(waiting(set("1", HELD, add("x")), set("2", add("x")))).containsExactly(0);
        assertThat(waiting(set("1", HELD, add("x")), set("2", Write.update(stock("x"), 1, values -> {}))))
                .containsExactly(0, 1);
    }

    @Test
    void theSameSetTwiceWaitsTwice() {
        WriteSet set = set("1", HELD);
        assertThat(waiting(set, set, set("2", Witness.tombstone(set.id())))).containsExactly(0, 1, 2);
    }

    @Test
    void whatCameBeforeTheWaitingSetGoesOn() {
        assertThat(waiting(set("1", change("a")), set("2", HELD, change("a")))).containsExactly(1);
    }
}
