package dev.commercekit.testkit.storage.model;

import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.StorageException;
import dev.commercekit.storage.WriteSet;

/** Commits that do not give up too soon. */
public final class StubbornCommits {

    private static final int TRIES = 200;

    private StubbornCommits() {}

    /** Commits, and sends the set again while that fails for a time or the reply is lost. */
    public static CommitResult commit(Storage storage, WriteSet set) {
        for (int i = 0; i < TRIES; i++) {
            try {
                CommitResult result = storage.commit(set);
                if (!(result instanceof CommitResult.InDoubt)) {
                    return result;
                }
            } catch (StorageException failure) {
                if (!failure.retryable()) {
                    throw failure;
                }
            }
        }
        throw new AssertionError("no result after " + TRIES + " tries");
    }

    /** Returns whether the set was applied, by this call or by one before it whose reply was lost. */
    public static boolean applies(Storage storage, WriteSet set) {
        return commit(storage, set).applied();
    }
}
