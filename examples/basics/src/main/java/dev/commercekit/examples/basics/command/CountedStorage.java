package dev.commercekit.examples.basics.command;

import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.Reading;
import dev.commercekit.storage.Scan;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.table.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** Counts the durable commits that a storage makes: calls by which at least one write set was applied. */
public final class CountedStorage implements Storage {

    private final Storage storage;
    private final LongAdder commits = new LongAdder();

    /** Counts for a storage. */
    public CountedStorage(Storage storage) {
        this.storage = storage;
    }

    /** Returns how many there were. */
    public long commits() {
        return commits.sum();
    }

    @Override
    public List<CommitResult> commitAll(List<WriteSet> sets) {
        List<CommitResult> results = storage.commitAll(sets);
        if (results.stream().anyMatch(CommitResult.Committed.class::isInstance)) {
            commits.increment();
        }
        return results;
    }

    @Override
    public void open(Collection<Table> tables) {
        storage.open(tables);
    }

    @Override
    public Instant now() {
        return storage.now();
    }

    @Override
    public Reading get(Collection<RowKey> keys) {
        return storage.get(keys);
    }

    @Override
    public Reading scan(Scan scan) {
        return storage.scan(scan);
    }

    @Override
    public int commitsAtOnce() {
        return storage.commitsAtOnce();
    }

    @Override
    public void close() {
        storage.close();
    }
}
