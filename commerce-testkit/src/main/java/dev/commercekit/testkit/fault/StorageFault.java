package dev.commercekit.testkit.fault;

import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.StorageException;
import dev.commercekit.storage.WriteSet;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** What goes wrong, or comes between, when write sets are sent to a storage. */
@FunctionalInterface
public interface StorageFault {

    /**
     * Handles one commit.
     *
     * @param sets what is sent
     * @param storage the storage behind
     * @return what the caller is told, one result for each set
     */
    List<CommitResult> commit(List<WriteSet> sets, Commits storage);

    /** Commits as if nothing were wrong. */
    static StorageFault none() {
        return (sets, storage) -> storage.commitAll(sets);
    }

    /** Applies the sets and loses the reply: the caller is in doubt. */
    static StorageFault lostReply() {
        return (sets, storage) -> {
            storage.commitAll(sets);
            return inDoubt(sets, "the reply was lost");
        };
    }

    /** Loses the request: the caller is in doubt, and nothing is applied. */
    static StorageFault lostRequest() {
        return (sets, storage) -> inDoubt(sets, "the request was lost");
    }

    /** Holds the request back: the caller is in doubt, and the sets are applied when the test runs what it is given. */
    static StorageFault lateRequest(Consumer<Runnable> arrival) {
        return (sets, storage) -> {
            arrival.accept(() -> storage.commitAll(sets));
            return inDoubt(sets, "the request is late");
        };
    }

    /**
     * Applies the sets, sends those that were applied once more, and tells what the first time brought. Refused ones are not
     * repeated: they might be applied then, and no storage may do that behind the back of a caller who was told so.
     */
    static StorageFault duplicate() {
        return (sets, storage) -> {
            List<CommitResult> results = storage.commitAll(sets);
            storage.commitAll(IntStream.range(0, sets.size())
                    .filter(i -> results.get(i) instanceof CommitResult.Committed)
                    .mapToObj(sets::get)
                    .toList());
            return results;
        };
    }

    /** Applies nothing and throws a {@link StorageException}. */
    static StorageFault failure(boolean retryable) {
        return (sets, storage) -> {
            throw new StorageException("a planted failure", retryable);
        };
    }

    /** Throws what the test likes, such as a crash, before anything is applied. */
    static StorageFault crashBefore(RuntimeException crash) {
        return (sets, storage) -> {
            throw crash;
        };
    }

    /** Throws what the test likes, such as a crash, after the sets were applied. */
    static StorageFault crashAfter(RuntimeException crash) {
        return (sets, storage) -> {
            storage.commitAll(sets);
            throw crash;
        };
    }

    /** Runs something before the sets arrive, such as what another client does meanwhile. */
    static StorageFault before(Runnable other) {
        return (sets, storage) -> {
            other.run();
            return storage.commitAll(sets);
        };
    }

    /** Runs something after the sets were applied and before the caller learns of it. */
    static StorageFault after(Runnable other) {
        return (sets, storage) -> {
            List<CommitResult> results = storage.commitAll(sets);
            other.run();
            return results;
        };
    }

    private static List<CommitResult> inDoubt(List<WriteSet> sets, String reason) {
        return Collections.nCopies(sets.size(), new CommitResult.InDoubt(reason));
    }

    /** The commits of a storage. */
    @FunctionalInterface
    interface Commits {

        /** Applies the sets as {@link dev.commercekit.storage.Storage#commitAll} does. */
        List<CommitResult> commitAll(List<WriteSet> sets);
    }
}
