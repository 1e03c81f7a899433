package dev.commercekit.examples.basics.command;

import dev.commercekit.core.memory.InMemoryStorage;
import dev.commercekit.storage.Storage;
import java.time.InstantSource;

/** Where a demo keeps its shop: the one place that knows what {@code --storage} can be. */
public enum StorageChoice {

    /** In the memory of this process. */
    MEMORY;

    static StorageChoice named(String name) throws UsageException {
        if (!name.equals("memory")) {
            throw new UsageException("--storage can be memory only, not " + name);
        }
        return MEMORY;
    }

    /** Opens the storage, which the caller closes; a clock is for those that have none of their own. */
    public Storage open(InstantSource clock) {
        return InMemoryStorage.create(clock);
    }
}
