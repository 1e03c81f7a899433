package dev.commercekit.core.commit;

import dev.commercekit.core.lincheck.Ledger;
import dev.commercekit.core.lincheck.Operations;
import dev.commercekit.core.memory.InMemoryStorage;
import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.Reading;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.testkit.fault.FaultyStorage;
import dev.commercekit.testkit.fault.StorageFault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Callers of a commit queue over a storage that loses every third reply; they do not learn which. */
public final class QueueOperations extends Operations {

    private final Storage storage = InMemoryStorage.create(() -> Instant.EPOCH);
    private final AtomicInteger calls = new AtomicInteger();
    private final CommitQueue queue;

    /** Creates the queue; the model checker does. */
    public QueueOperations() {
        storage.open(List.of(Ledger.ACCOUNTS));
        FaultyStorage faulty = new FaultyStorage(storage);
        faulty.otherwise((sets, real) ->
                (calls.incrementAndGet() % 3 == 0 ? StorageFault.lostReply() : StorageFault.none()).commit(sets, real));
        queue = new CommitQueue(faulty, new StorageClock(storage, () -> 0), duration -> {}, Duration.ofDays(1));
    }

    @Override
    protected CommitResult commit(WriteSet set) {
        return queue.commit(set);
    }

    @Override
    protected String told(CommitResult result) {
        return Told.of(result);
    }

    @Override
    protected Reading readBoth() {
        return storage.get(Ledger.BOTH);
    }
}
