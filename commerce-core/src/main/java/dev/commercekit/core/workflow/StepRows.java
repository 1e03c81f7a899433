package dev.commercekit.core.workflow;

import dev.commercekit.core.read.SeenRows;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.workflow.StepContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows that fused steps read: each is read once, so that all of them see it alike. */
final class StepRows implements StepContext {

    private final Backing backing;
    private final String id;
    private final SeenRows seen;
    private final SeenRows recalled;
    private final Set<RowKey> declared = new HashSet<>();
    private @Nullable Instant at;

    /**
     * Creates it.
     *
     * @param seen what was read for this very commit
     * @param recalled what is known from the commit before
     */
    StepRows(Backing backing, String id, SeenRows seen, SeenRows recalled) {
        this.backing = backing;
        this.id = id;
        this.seen = seen;
        this.recalled = recalled;
        this.at = seen.at().orElse(null);
    }

    /** Reads the rows that were not seen yet. */
    StepContext read(Collection<RowKey> keys, boolean recalls) {
        List<RowKey> missing = List.of();
        for (RowKey key : keys) {
            if (declared.add(key) && !seen.knows(key)) {
                if (recalls && recalled.knows(key)) {
                    seen.add(key, recalled.find(key));
                } else {
                    missing = missing.isEmpty() ? new ArrayList<>(keys.size()) : missing;
                    missing.add(key);
                }
            }
        }
        if (!missing.isEmpty()) {
            seen.add(missing, backing.storage().get(missing));
            at = seen.at().orElseThrow();
        }
        return this;
    }

    /** Returns what is known of the rows. */
    SeenRows seen() {
        return seen;
    }

    @Override
    public String workflowId() {
        return id;
    }

    @Override
    public Optional<Row> row(RowKey key) {
        if (!declared.contains(key)) {
            throw new IllegalArgumentException(
                    "a step may look only at rows that it declared to read, not at " + key.table());
        }
        return seen.find(key);
    }

    @Override
    public Instant now() {
        if (at == null) {
            at = backing.clock().latest();
        }
        return at;
    }
}
