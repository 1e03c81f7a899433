package dev.commercekit.storage;

import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rows as a read found them, and the storage's time of the read. Each row is as some commit left it; rows of one reading may
 * stem from different moments, so whoever decides by several of them guards them with {@link Write.Require}.
 *
 * @param rows the rows, in the order asked for; absent ones are left out
 * @param at the storage's time, not before the read began
 */
public record Reading(List<Row> rows, Instant at) {

    /** Copies the list. */
    public Reading {
        rows = List.copyOf(rows);
    }

    /** Returns the row with the given key, if it was found. */
    public Optional<Row> find(RowKey key) {
        for (Row row : rows) {
            if (row.key().equals(key)) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    /** Returns the rows by their keys, for many look-ups. */
    public Map<RowKey, Row> byKey() {
        if (rows.size() == 1) {
            return Map.of(rows.get(0).key(), rows.get(0));
        }
        Map<RowKey, Row> found = new HashMap<>(rows.size() * 2);
        for (Row row : rows) {
            found.put(row.key(), row);
        }
        return Collections.unmodifiableMap(found);
    }
}
