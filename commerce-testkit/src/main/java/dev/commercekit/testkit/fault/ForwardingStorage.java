package dev.commercekit.testkit.fault;

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

/** A storage that passes every call on to another; a test overrides what it watches or changes. As thread-safe as the other. */
public abstract class ForwardingStorage implements Storage {

    private final Storage storage;

    /** Creates a storage in front of the given one, which is closed with it. */
    protected ForwardingStorage(Storage storage) {
        this.storage = storage;
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
    public List<CommitResult> commitAll(List<WriteSet> sets) {
        return storage.commitAll(sets);
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
