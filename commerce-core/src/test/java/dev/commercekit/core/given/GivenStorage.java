package dev.commercekit.core.given;

import dev.commercekit.core.memory.InMemoryStorage;
import dev.commercekit.storage.Storage;
import java.time.InstantSource;
import java.util.ServiceLoader;

/** The storage that a test of core is given: in memory, unless there is another {@link StorageMaker}. */
public final class GivenStorage {

    private static final StorageMaker MAKER = ServiceLoader.load(
                    StorageMaker.class, GivenStorage.class.getClassLoader())
            .findFirst()
            .orElseGet(InMemory::new);

    private GivenStorage() {}

    /** Returns an empty one, in which it is as late as the clock says. */
    public static Storage at(InstantSource clock) {
        return MAKER.make(clock);
    }

    /** Returns a second instance over the rows of the given one. */
    public static Storage another(Storage storage) {
        return MAKER.another(storage);
    }

    private static final class InMemory implements StorageMaker {

        @Override
        public Storage make(InstantSource clock) {
            return InMemoryStorage.create(clock);
        }

        @Override
        public Storage another(Storage storage) {
            return ((InMemoryStorage) storage).another();
        }
    }
}
