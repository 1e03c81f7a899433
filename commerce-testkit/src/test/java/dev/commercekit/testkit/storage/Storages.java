package dev.commercekit.testkit.storage;

import dev.commercekit.storage.Storage;
import java.util.List;

/** A storage for tests of other packages. */
public final class Storages {

    private Storages() {}

    /** Returns one in memory, opened without tables. */
    public static Storage inMemory() {
        Storage storage = new ModelStorage();
        storage.open(List.of());
        return storage;
    }
}
