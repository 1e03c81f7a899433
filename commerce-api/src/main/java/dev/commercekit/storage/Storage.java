package dev.commercekit.storage;

import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.table.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Keeps tables. Generic and small: it knows nothing of shops, and does not grow when a feature does.
 *
 * <p>Implementations are thread-safe, and safe on virtual threads. What a commit reported as {@link CommitResult.Committed} is
 * visible to every later call of every instance and, unless it was asked for as relaxed, survives whatever the adapter says that it
 * survives. A failure that
 * certainly changed nothing is a {@link StorageException}; one that may have is {@link CommitResult.InDoubt}.
 */
public interface Storage extends AutoCloseable {

    /**
     * Makes the tables known, together with {@link Witness#TABLE}; it may be called again with more. What an adapter does with
     * a schema that is missing or of another version is up to its own options.
     */
    void open(Collection<Table> tables);

    /** Returns the storage's own time. Leases, deadlines and timers compare this clock with itself only. */
    Instant now();

    /** Returns the rows with the given keys that exist; a key that is asked for twice is answered once. */
    Reading get(Collection<RowKey> keys);

    /** Returns rows in the order of an index. */
    Reading scan(Scan scan);

    /** Applies one write set: all of one branch, or nothing. */
    default CommitResult commit(WriteSet set) {
        return commitAll(List.of(set)).get(0);
    }

    /**
     * Applies the sets as if one after the other in list order, each all or nothing, in one durable commit. What one set does
     * or fails to do never fails another, beyond what the same sets one by one would do. Only a set that breaks this contract,
     * such as one of an unknown table, may fail the whole call, with nothing applied.
     *
     * <p>A list of which every set is {@link dev.commercekit.storage.transaction.Durability#RELAXED} need not be awaited on disk; one
     * strict set makes its list strict. A crash of the storage may take a relaxed commit back, but only together with everything
     * that was committed after it: what is durable is always a beginning of what was committed, so a later strict commit that
     * wrote something makes all earlier ones durable. In all else a relaxed set is a set like any other. An adapter may treat
     * it as a strict one, as those in memory and in a file do.
     *
     * <p>An adapter never sends a set again by itself once it may have been refused: its caller may have decided otherwise.
     *
     * @return one result for each set, in the same order
     */
    List<CommitResult> commitAll(List<WriteSet> sets);

    /**
     * Returns how many calls of {@link #commitAll} the storage carries out side by side, by which a shop shares its commits out: 1
     * where one writer excludes the others, so that fewer and longer lists are better than more at once; {@link
     * Integer#MAX_VALUE} where a call waits for nothing, so that to gather sets costs more than it spares. Known once it is open.
     */
    default int commitsAtOnce() {
        return 1;
    }

    /** Closes what the storage owns, in bounded time; never what it was given. A second call does nothing. */
    @Override
    void close();
}
