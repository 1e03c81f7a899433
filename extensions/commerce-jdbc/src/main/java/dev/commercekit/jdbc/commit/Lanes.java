package dev.commercekit.jdbc.commit;

import dev.commercekit.storage.Witness;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.table.RowKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Parts write sets into those that can go on and those that need a row which others hold. A set whose order to a waiting one
 * can be told waits with it; two that only add to the same row may change places.
 */
final class Lanes {

    private final List<Integer> free = new ArrayList<>();
    private final List<Integer> waiting = new ArrayList<>();

    /** The rows that waiting sets name, and whether they only add to them. */
    private final Map<RowKey, Boolean> named = new HashMap<>();

    Lanes(List<WriteSet> sets, Set<RowKey> held) {
        for (int i = 0; i < sets.size(); i++) {
            WriteSet set = sets.get(i);
            RowKey witness = Witness.of(set.id());
            boolean waits = held.contains(witness)
                    || named.containsKey(witness)
                    || Needs.branches(set).anyMatch(write -> held.contains(write.key()) || isTied(write));
            if (waits) {
                waiting.add(i);
                named.put(witness, false);
                Needs.branches(set)
                        .forEach(write -> named.merge(write.key(), write instanceof Write.Add, Boolean::logicalAnd));
            } else {
                free.add(i);
            }
        }
    }

    private boolean isTied(Write write) {
        Boolean onlyAdds = named.get(write.key());
        return onlyAdds != null && !(onlyAdds && write instanceof Write.Add);
    }

    /** Returns the positions of the sets that can go on. */
    List<Integer> free() {
        return free;
    }

    /** Returns the positions of the sets that wait. */
    List<Integer> waiting() {
        return waiting;
    }
}
