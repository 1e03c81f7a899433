package dev.commercekit.reliability.database;

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
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A storage that counts.
 *
 * @param storage the storage
 * @param inDoubt of how many sets it did not know what became of them
 * @param joined how many sets that were sent again had been applied before
 */
record CountedDoubts(Storage storage, AtomicInteger inDoubt, AtomicInteger joined) implements Storage {

    CountedDoubts(Storage storage) {
        this(storage, new AtomicInteger(), new AtomicInteger());
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
        List<CommitResult> results = storage.commitAll(sets);
        for (CommitResult result : results) {
            if (result instanceof CommitResult.InDoubt) {
                inDoubt.incrementAndGet();
            } else if (result instanceof CommitResult.Joined) {
                joined.incrementAndGet();
            }
        }
        return results;
    }

    @Override
    public void close() {
        storage.close();
    }
}
