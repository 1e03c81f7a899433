package dev.commercekit.storage;

/**
 * A storage that can also work inside of a transaction which its caller has begun and will end, so that rows of the caller's
 * own and rows of the shop become visible together or not at all.
 *
 * @param <T> a transaction under way, such as {@code java.sql.Connection}
 */
public interface JoinableStorage<T> extends Storage {

    /** Returns the type of the transactions that can be joined. */
    Class<T> transactionType();

    /**
     * Returns this storage as it is inside of a transaction:
     *
     * <ul>
     *   <li>It reads what the transaction has written, and what others had committed before each call.
     *   <li>{@link CommitResult.Committed} says that the set was written in the transaction. Others see it, and it is durable, once
     *       the transaction is committed; if it is rolled back nothing is left, not even the witness.
     *   <li>It never commits the transaction, never rolls it back and never changes its settings. A set that is refused, and a call
     *       that fails, leave it as it was before the call, and usable.
     *   <li>No result is ever in doubt, and nothing is tried again. Where others are in the way, because they hold a row for too
     *       long or have just written one that must be absent, a call ends with a {@link
     *       dev.commercekit.storage.transaction.TransactionConflictException}.
     *   <li>Opening it only demands that the tables are known to this storage. Closing it ends the view and nothing else.
     * </ul>
     *
     * <p>What a set locks stays locked until the transaction ends, so it should be short. The view is of use for as long as the
     * transaction, and for one thread at a time.
     *
     * @param transaction begun, and in a mode in which each statement sees what is committed by then
     * @throws dev.commercekit.storage.transaction.TransactionNotJoinableException if the transaction was not begun, has failed, or
     *     is in a mode in which the storage cannot keep its promises
     * @throws dev.commercekit.storage.transaction.TransactionConflictException if others are in the way already
     */
    Storage join(T transaction);
}
