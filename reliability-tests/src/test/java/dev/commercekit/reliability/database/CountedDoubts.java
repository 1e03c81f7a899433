package dev.commercekit.reliability.database;

import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.testkit.fault.ForwardingStorage;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts of how many sets a storage did not know what became of them, and how many had been applied when they were sent again. */
final class CountedDoubts extends ForwardingStorage {

    private final AtomicInteger inDoubt = new AtomicInteger();
    private final AtomicInteger joined = new AtomicInteger();

    CountedDoubts(Storage storage) {
        super(storage);
    }

    AtomicInteger inDoubt() {
        return inDoubt;
    }

    AtomicInteger joined() {
        return joined;
    }

    @Override
    public List<CommitResult> commitAll(List<WriteSet> sets) {
        List<CommitResult> results = super.commitAll(sets);
        for (CommitResult result : results) {
            if (result instanceof CommitResult.InDoubt) {
                inDoubt.incrementAndGet();
            } else if (result instanceof CommitResult.Joined) {
                joined.incrementAndGet();
            }
        }
        return results;
    }
}
