package dev.commercekit.core.commit;

import dev.commercekit.core.lincheck.Ledger;
import dev.commercekit.core.lincheck.Operations;
import dev.commercekit.core.memory.InMemoryStorage;
import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.Reading;
import dev.commercekit.storage.WriteSet;
import java.time.Instant;
import java.util.List;

/** Callers of a queue that forgets some of them. */
public final class ForgetfulOperations extends Operations {

    private final InMemoryStorage storage = InMemoryStorage.create(() -> Instant.EPOCH);
    private final ForgetfulQueue queue = new ForgetfulQueue(storage);

    /** Creates the queue; the model checker does. */
    public ForgetfulOperations() {
        storage.open(List.of(Ledger.ACCOUNTS));
    }

    @Override
    protected CommitResult commit(WriteSet set) {
        return queue.commit(set);
    }

    @Override
    protected String told(CommitResult result) {
        return Told.of(result);
    }

    /** It sends none: what it is to be caught at is its forgetting, not that it knows no failures. */
    @Override
    public String broken() {
        return "failed";
    }

    @Override
    protected Reading readBoth() {
        return storage.get(Ledger.BOTH);
    }
}
