package dev.commercekit.core.memory;

import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.Reading;
import dev.commercekit.storage.Scan;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.StorageException;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.table.Table;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Keeps tables in the memory of this process, and nothing beyond its end. It is the reference for the other adapters: it does
 * what {@link Storage} says, as simply as it can be done fast.
 *
 * <p>Every call runs as if it were alone, so a reading is a snapshot: it never shows a part of a write set.
 *
 * <p>A write set that breaks the contract (an unknown table, an incomplete row, a write to its own witness row) makes the
 * whole call a {@link StorageException}, which cannot be retried, and nothing of any set in the call is applied. Whoever
 * batches the sets of several callers then sends them one by one.
 */
public final class InMemoryStorage implements Storage {

    private static final int FEW = 16;

    private final Tables tables;
    private final InstantSource clock;
    private volatile boolean closed;

    private InMemoryStorage(Tables tables, InstantSource clock) {
        this.tables = tables;
        this.clock = clock;
    }

    /**
     * Creates an empty storage.
     *
     * @param clock its own time: what it says is the storage's time, even where it steps back
     */
    public static InMemoryStorage create(InstantSource clock) {
        return new InMemoryStorage(new Tables(), clock);
    }

    /** Returns a second instance over the same tables and clock, which is closed by itself: one node of several. */
    public InMemoryStorage another() {
        return new InMemoryStorage(tables, clock);
    }

    /**
     * {@inheritDoc}
     *
     * <p>A table that is known already must have the same columns, indexes and checks.
     */
    @Override
    public void open(Collection<Table> more) {
        alone(() -> {
            tables.open(more);
            return true;
        });
    }

    /** {@inheritDoc} It is the injected clock, cut to microseconds. */
    @Override
    public Instant now() {
        requireOpen();
        return time();
    }

    @Override
    public Reading get(Collection<RowKey> keys) {
        Collection<RowKey> distinct = keys.size() < 2 || keys instanceof Set ? keys : distinct(keys);
        return tables.lock().undisturbed(() -> read(distinct));
    }

    private Reading read(Collection<RowKey> keys) {
        requireOpen();
        if (keys.size() == 1) {
            RowKey key = keys.iterator().next();
            Row row = tables.of(key.table()).get(key);
            return new Reading(row == null ? List.of() : List.of(row), time());
        }
        List<Row> rows = new ArrayList<>(keys.size());
        for (RowKey key : keys) {
            Row row = tables.of(key.table()).get(key);
            if (row != null) {
                rows.add(row);
            }
        }
        return new Reading(rows, time());
    }

    @Override
    public Reading scan(Scan scan) {
        return alone(() -> {
            IndexOrder order = tables.of(scan.table()).order(scan.index());
            return new Reading(order.scan(Range.of(scan, order.columns())), time());
        });
    }

    /** {@inheritDoc} Nobody waits for a disk here. */
    @Override
    public int commitsAtOnce() {
        return Integer.MAX_VALUE;
    }

    @Override
    public List<CommitResult> commitAll(List<WriteSet> sets) {
        Batch batch = new Batch(tables, sets);
        return alone(() -> batch.apply(time()));
    }

    /** Closes this instance; the tables go when every instance on them has gone. */
    @Override
    public void close() {
        closed = true;
    }

    private Instant time() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** A few keys are compared with each other, which is cheaper than to make a set of them. */
    private static Collection<RowKey> distinct(Collection<RowKey> keys) {
        if (keys.size() > FEW) {
            return new LinkedHashSet<>(keys);
        }
        List<RowKey> distinct = new ArrayList<>(keys.size());
        for (RowKey key : keys) {
            if (!distinct.contains(key)) {
                distinct.add(key);
            }
        }
        return distinct;
    }

    private void requireOpen() {
        if (closed) {
            throw new StorageException("the storage is closed", false);
        }
    }

    private <T> T alone(Supplier<T> work) {
        return tables.lock().alone(() -> {
            requireOpen();
            return work.get();
        });
    }
}
