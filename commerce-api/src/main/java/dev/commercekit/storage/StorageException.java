package dev.commercekit.storage;

import dev.commercekit.CommerceException;

/** The storage could not do what was asked, and certainly changed nothing: unreachable, closed, full, or a broken contract. */
public final class StorageException extends CommerceException {

    private static final long serialVersionUID = 1L;

    private final boolean retryable;

    /** Creates the error; {@code retryable} says whether the same call may succeed later. */
    public StorageException(String message, boolean retryable) {
        super(message);
        this.retryable = retryable;
    }

    /** Creates the error with its cause; {@code retryable} says whether the same call may succeed later. */
    public StorageException(String message, boolean retryable, Throwable cause) {
        super(message, cause);
        this.retryable = retryable;
    }

    @Override
    public String code() {
        return "storage";
    }

    @Override
    public boolean retryable() {
        return retryable;
    }
}
