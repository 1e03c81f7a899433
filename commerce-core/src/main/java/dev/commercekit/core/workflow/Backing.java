package dev.commercekit.core.workflow;

import dev.commercekit.IdGenerator;
import dev.commercekit.core.commit.CommitPath;
import dev.commercekit.core.commit.StorageClock;
import dev.commercekit.storage.Reading;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.WriteSetId;
import dev.commercekit.storage.table.RowKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What the engine stands on.
 *
 * @param calls whether it makes calls, or leaves them to others
 */
record Backing(
        Storage storage,
        CommitPath commits,
        StorageClock clock,
        IdGenerator ids,
        WorkflowOptions options,
        boolean calls) {

    /** Returns the same over another way to the storage, where no calls are made. */
    Backing withoutCalls(Storage other, CommitPath way, StorageClock time) {
        return new Backing(other, way, time, ids, options, false);
    }

    /** Returns a name for a write set that no other has or will have. */
    WriteSetId newSet() {
        return WriteSetId.of(ids.next());
    }

    /** Returns whether the storage may have passed the time by now. */
    boolean mayHavePassed(Instant time) {
        return clock.latest().isAfter(time);
    }

    Duration backoff(long failures) {
        return options.backoff(failures, ids.randomBits());
    }

    Duration margin() {
        return options.leaseMargin();
    }

    Reading get(RowKey key) {
        return storage.get(List.of(key));
    }
}
