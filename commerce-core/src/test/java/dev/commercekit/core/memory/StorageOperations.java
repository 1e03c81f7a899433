package dev.commercekit.core.memory;

import dev.commercekit.core.lincheck.BatchOperations;
import dev.commercekit.core.lincheck.Ledger;
import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.Reading;
import dev.commercekit.storage.WriteSet;
import java.time.Instant;
import java.util.List;

/** Contenders on two instances of the storage in memory. */
public final class StorageOperations extends BatchOperations {

    private final InMemoryStorage storage = InMemoryStorage.create(() -> Instant.EPOCH);
    private final InMemoryStorage second = storage.another();

    /** Creates the storage; the model checker does. */
    public StorageOperations() {
        storage.open(List.of(Ledger.ACCOUNTS));
    }

    @Override
    protected List<CommitResult> commitAll(List<WriteSet> sets) {
        return storage.commitAll(sets);
    }

    @Override
    protected Reading readBoth() {
        return second.get(Ledger.BOTH);
    }
}
