package dev.commercekit.core.crash;

import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.JoinableStorage;
import dev.commercekit.storage.Reading;
import dev.commercekit.storage.Scan;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.table.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * The storage as one process sees it, whose commits are boundaries. Joined, it stands for a transaction of the host that is
 * committed with each write set, so there are more boundaries than a real one has.
 */
record StoppableStorage(Storage storage, CrashPoint point) implements JoinableStorage<StoppableStorage> {

    @Override
    public Class<StoppableStorage> transactionType() {
        return StoppableStorage.class;
    }

    @Override
    public Storage join(StoppableStorage transaction) {
        return transaction;
    }

    @Override
    public void open(Collection<Table> tables) {
        storage.open(tables);
    }

    @Override
    public Instant now() {
        return point.read(storage::now);
    }

    @Override
    public Reading get(Collection<RowKey> keys) {
        return point.read(() -> storage.get(keys));
    }

    @Override
    public Reading scan(Scan scan) {
        return point.read(() -> storage.scan(scan));
    }

    @Override
    public List<CommitResult> commitAll(List<WriteSet> sets) {
        return point.cross(() -> storage.commitAll(sets));
    }

    @Override
    public void close() {}
}
