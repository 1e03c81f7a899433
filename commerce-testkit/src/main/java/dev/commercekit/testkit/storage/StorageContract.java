package dev.commercekit.testkit.storage;

import dev.commercekit.storage.Storage;

/**
 * Everything that a {@link Storage} must do, as tests: every sentence of the port, a contention test, and random batches
 * against a model. An adapter inherits it:
 *
 * <pre>{@code
 * class MyStorageTest extends StorageContract {
 *     @Override
 *     protected Storage createStorage() {
 *         return MyStorage.on(emptyDatabase());
 *     }
 *
 *     @Override
 *     protected Storage createSecond(Storage first) {
 *         return MyStorage.on(sameDatabase());
 *     }
 * }
 * }</pre>
 *
 * <p>A new instance of the test, a new storage and a second instance of it stand for each test; all are closed after it.
 * The contract reads no clock and never sleeps. Where chance is at play the seed stands in the name of the test and in the
 * message of a failure; {@code -Dcommercekit.seed=...} runs one more.
 *
 * <p>What it leaves open: whether a broken write set (an unknown table) fails a whole list of sets or only itself beyond
 * what {@link Storage#commitAll} says, how text outside the basic multilingual plane sorts, and what an adapter survives.
 */
public abstract class StorageContract extends SerializabilityRules {

    /** Creates the contract; the test framework does. */
    protected StorageContract() {}

    /** Returns a storage without data that is not opened yet. Called once for each test; closed after it. */
    protected abstract Storage createStorage();

    /**
     * Returns another instance over the data of the given one, not opened yet, as a second process would have; closed after
     * the test. An adapter whose data cannot be shared returns the given one, which is what this does.
     */
    protected Storage createSecond(Storage first) {
        return first;
    }

    @Override
    final Storage first() {
        return createStorage();
    }

    @Override
    final Storage secondOf(Storage first) {
        return createSecond(first);
    }
}
