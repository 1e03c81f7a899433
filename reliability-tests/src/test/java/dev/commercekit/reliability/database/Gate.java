package dev.commercekit.reliability.database;

import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.StorageException;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.transaction.Durability;
import dev.commercekit.testkit.fault.ForwardingStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets only relaxed commits through while it is shut.
 *
 * @param shut the file that is there while it is shut, for all processes that know it
 */
record Gate(Path shut) {

    /** Whoever is refused waits so long, and does not try again and again at once. */
    private static final long NANOS = 20_000_000;

    void shutIt() throws IOException {
        Files.createFile(shut);
    }

    void open() throws IOException {
        Files.deleteIfExists(shut);
    }

    /** Returns a storage behind the gate. */
    Storage before(Storage storage) {
        return new ForwardingStorage(storage) {
            @Override
            public List<CommitResult> commitAll(List<WriteSet> sets) {
                if (Files.exists(shut) && sets.stream().anyMatch(set -> set.durability() == Durability.STRICT)) {
                    LockSupport.parkNanos(NANOS);
                    throw new StorageException("the gate is shut", true);
                }
                return super.commitAll(sets);
            }
        };
    }
}
