package dev.commercekit.core.retention;

import dev.commercekit.core.commit.Commits;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.table.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A batch of rows to delete, each as it was found; those of one order go together, as long as it is closed, or stay. */
final class Deletion {

    private final Map<Object, List<Write>> changes = new LinkedHashMap<>();

    /** Deletes a row on its own. */
    void add(Row row) {
        changes.put(row.key(), List.of(Write.delete(row)));
    }

    /** Makes some writes about a closed order. */
    void add(Row closedOrder, Collection<Write> own) {
        changes.computeIfAbsent(closedOrder.key(), key -> new ArrayList<>(List.of(Write.require(closedOrder))))
                .addAll(own);
    }

    /** Commits what nobody has changed meanwhile, and returns how many changes that were. */
    int commit(Commits commits) {
        return changes.isEmpty() ? 0 : commits.commitEach(changes).changes().size();
    }
}
