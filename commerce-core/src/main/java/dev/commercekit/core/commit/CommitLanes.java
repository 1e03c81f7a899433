package dev.commercekit.core.commit;

import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.WriteSet;
import java.time.Duration;

/**
 * The way of all write sets of a shop to a storage that commits side by side: sets that add to rows go in one lane, all others in
 * another. Rows that are added to are those that many callers want at once, such as the stock of one SKU; two commits of these would
 * only wait for each other in the storage, while they gather here. The others need not wait for them. Where the storage has one
 * writer, all go in one lane; where commits cost no wait, none is needed.
 *
 * <p>Thread-safe, and safe on virtual threads.
 */
public final class CommitLanes implements CommitPath {

    private final Storage storage;
    private final CommitQueue adding;
    private final CommitQueue others;

    /** Creates the lanes, each of which is a {@link CommitQueue} made of the same. */
    public CommitLanes(Storage storage, StorageClock clock, Pause pause, Duration patience, Parking parking) {
        this.storage = storage;
        this.adding = new CommitQueue(storage, clock, pause, patience, parking);
        this.others = new CommitQueue(storage, clock, pause, patience, parking);
    }

    @Override
    public CommitResult commit(WriteSet set) {
        int atOnce = storage.commitsAtOnce();
        if (atOnce == Integer.MAX_VALUE) {
            return adding.commitAtOnce(set);
        }
        return (atOnce == 1 || adds(set) ? adding : others).commit(set);
    }

    /** Returns how many sets wait in both lanes. */
    int waiting() {
        return adding.waiting() + others.waiting();
    }

    private static boolean adds(WriteSet set) {
        for (Write write : set.writes()) {
            if (write instanceof Write.Add) {
                return true;
            }
        }
        return false;
    }
}
