package dev.commercekit.core.read;

import dev.commercekit.storage.Reading;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of the storage, and what was found: of a row that is not known it cannot be told whether it is there. Whoever
 * hands it on spares others a read; they see the rows as they stood then, and whatever they write is compared at the commit, as
 * after a read of their own. For one thread.
 */
public final class SeenRows {

    private final Map<RowKey, Optional<Row>> rows;
    private @Nullable Instant at;
    private List<Write> written = List.of();
    private @Nullable Instant writtenAt;

    private SeenRows(int size) {
        this.rows = new HashMap<>(size * 2);
    }

    /** Returns nothing seen. */
    public static SeenRows none() {
        return new SeenRows(8);
    }

    /** Asks for rows. */
    public static SeenRows read(Storage storage, Collection<RowKey> keys) {
        SeenRows seen = new SeenRows(keys.size());
        seen.add(keys, storage.get(keys));
        return seen;
    }

    /** Adds what was asked for and found. */
    public void add(Collection<RowKey> keys, Reading reading) {
        List<Row> found = reading.rows();
        int next = 0;
        boolean inOrder = true;
        for (RowKey key : keys) {
            // Rows mostly come in the order of the keys; only where some do not, an entry may be overwritten.
            boolean isNext = next < found.size() && found.get(next).key().equals(key);
            rows.put(key, isNext ? Optional.of(found.get(next++)) : Optional.empty());
            inOrder &= isNext;
        }
        if (!inOrder) {
            found.forEach(row -> rows.put(row.key(), Optional.of(row)));
        }
        at = reading.at();
    }

    /** Adds a row, or that it is absent. */
    public void add(RowKey key, Optional<Row> row) {
        rows.put(key, row);
    }

    /**
     * Takes for granted that a row is absent which hardly ever is there, so that it need not be read. Only for a row that is
     * inserted by whoever believes it: if it is there, the commit is refused.
     */
    public void assumeAbsent(RowKey key) {
        rows.put(key, Optional.empty());
    }

    /** Takes note of writes that were committed at the given time: what they inserted is known, what they changed no more. */
    public void committed(List<Write> writes, Instant time) {
        written = writes;
        writtenAt = time;
        for (Write write : writes) {
            if (!(write instanceof Write.Require)) {
                rows.remove(write.key());
            }
        }
    }

    /** Returns whether it is known if the row is there. */
    public boolean knows(RowKey key) {
        return rows.containsKey(key) || inserted(key).isPresent();
    }

    /** Returns a row that is known to be there. */
    public Optional<Row> find(RowKey key) {
        Optional<Row> row = rows.get(key);
        return row != null
                ? row
                : inserted(key).map(insert -> insert.values().inserted(key, Objects.requireNonNull(writtenAt)));
    }

    /** Returns the storage's time of the last read, if there was any. */
    public Optional<Instant> at() {
        return Optional.ofNullable(at);
    }

    private Optional<Write.Insert> inserted(RowKey key) {
        for (Write write : written) {
            if (write instanceof Write.Insert insert && insert.key().equals(key)) {
                return Optional.of(insert);
            }
        }
        return Optional.empty();
    }
}
