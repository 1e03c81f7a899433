package dev.commercekit.core.workflow;

import dev.commercekit.storage.Reading;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.workflow.StepContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows that fused steps read: each is read once, so that all of them see it alike. */
final class StepRows implements StepContext {

    private final Backing backing;
    private final String id;
    private final Map<RowKey, Optional<Row>> rows = new HashMap<>();
    private @Nullable Instant at;

    StepRows(Backing backing, String id) {
        this.backing = backing;
        this.id = id;
    }

    /** Reads the rows that were not read yet. */
    StepContext read(Collection<RowKey> keys) {
        List<RowKey> missing = List.of();
        for (RowKey key : keys) {
            if (!rows.containsKey(key)) {
                missing = missing.isEmpty() ? new ArrayList<>(keys.size()) : missing;
                missing.add(key);
                rows.put(key, Optional.empty());
            }
        }
        if (!missing.isEmpty()) {
            Reading reading = backing.storage().get(missing);
            at = reading.at();
            for (Row row : reading.rows()) {
                rows.put(row.key(), Optional.of(row));
            }
        }
        return this;
    }

    @Override
    public String workflowId() {
        return id;
    }

    @Override
    public Optional<Row> row(RowKey key) {
        Optional<Row> row = rows.get(key);
        if (row == null) {
            throw new IllegalArgumentException(
                    "a step may look only at rows that it declared to read, not at " + key.table());
        }
        return row;
    }

    @Override
    public Instant now() {
        if (at == null) {
            at = backing.clock().latest();
        }
        return at;
    }
}
