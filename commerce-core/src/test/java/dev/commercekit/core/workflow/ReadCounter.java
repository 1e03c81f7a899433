package dev.commercekit.core.workflow;

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

/** Counts every request that does not commit. */
final class ReadCounter implements Storage {

    private final Storage storage;
    private int reads;

    ReadCounter(Storage storage) {
        this.storage = storage;
    }

    int count() {
        return reads;
    }

    @Override
    public void open(Collection<Table> tables) {
        storage.open(tables);
    }

    @Override
    public Instant now() {
        reads++;
        return storage.now();
    }

    @Override
    public Reading get(Collection<RowKey> keys) {
        reads++;
        return storage.get(keys);
    }

    @Override
    public Reading scan(Scan scan) {
        reads++;
        return storage.scan(scan);
    }

    @Override
    public List<CommitResult> commitAll(List<WriteSet> sets) {
        return storage.commitAll(sets);
    }

    @Override
    public void close() {}
}
