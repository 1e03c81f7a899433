package dev.commercekit.jdbc.dialect;

import dev.commercekit.CommerceException;
import dev.commercekit.storage.StorageException;
import dev.commercekit.storage.transaction.TransactionConflictException;
import org.jspecify.annotations.Nullable;

/** A transaction, or a read, came to nothing: it certainly changed nothing. */
public final class Undone extends Exception {

    private static final long serialVersionUID = 1L;

    private final Failure failure;
    private final boolean connected;

    /** Creates it; {@code connected} says whether there was a connection at all. */
    public Undone(Failure failure, boolean connected, @Nullable Throwable cause) {
        super(failure.text(), cause);
        this.failure = failure;
        this.connected = connected;
    }

    /** Returns what the error meant. */
    public Failure failure() {
        return failure;
    }

    /** Returns whether a connection was there, which may have been an old one that had broken. */
    public boolean staleConnection() {
        return connected && failure == Failure.LOST;
    }

    /** Returns what a database says, without the lines after the first, in which PostgreSQL repeats the values of rows. */
    public static String firstLine(Throwable error) {
        return String.valueOf(error.getMessage()).lines().findFirst().orElse("");
    }

    /** Returns the error for the caller of the storage. */
    public StorageException toStorageException() {
        return new StorageException(message(), failure.retryable(), this);
    }

    /** Returns the error for a caller in whose own transaction it happened. */
    public CommerceException inTransaction() {
        return switch (failure) {
            case DUPLICATE, BUSY, OLD, CONFLICT -> new TransactionConflictException(message(), this);
            default -> toStorageException();
        };
    }

    private String message() {
        Throwable cause = getCause();
        return failure.text() + (cause == null ? "" : ": " + firstLine(cause));
    }
}
