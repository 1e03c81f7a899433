package dev.commercekit.core.commit;

import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.InDoubtException;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.StorageException;
import dev.commercekit.storage.WriteSet;

/** A way of write sets to a storage: the {@link CommitQueue} of a shop, or straight into a transaction of the host. */
@FunctionalInterface
public interface CommitPath {

    /**
     * Commits a write set. The result is never {@link CommitResult.InDoubt}; {@link CommitResult.Joined} is as good as
     * committed. {@link CommitResult.Refused} means that nothing was applied and nothing will be; whoever tries again with other
     * writes takes a new id.
     *
     * @throws StorageException if certainly nothing was applied
     * @throws InDoubtException if the set was applied or not
     */
    CommitResult commit(WriteSet set);

    /** Returns the way straight into a storage that leaves nothing in doubt. */
    static CommitPath straightInto(Storage joined) {
        return set -> {
            CommitResult result = joined.commit(set);
            if (result instanceof CommitResult.InDoubt doubt) {
                throw new InDoubtException(set.id(), doubt.reason());
            }
            return result;
        };
    }
}
