package dev.commercekit;

/**
 * The root of every exception that CommerceKit throws. An expected outcome (declined, out of stock, not found) is never an
 * exception but a value; an exception says that a promise between caller and library was broken.
 *
 * <p>{@link #retryable()} tells whether the very same call, with the same idempotency key, may be made again as it is.
 */
public abstract class CommerceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Creates the exception with a message for developers; it must hold no personal data and no secret. */
    protected CommerceException(String message) {
        super(message);
    }

    /** Creates the exception with a message for developers and its cause. */
    protected CommerceException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Returns the stable, lower-case code of this kind of error, such as {@code invalid-input}; wire forms carry it. */
    public abstract String code();

    /** Returns whether repeating the same call unchanged may succeed; the default is {@code false}. */
    public boolean retryable() {
        return false;
    }
}
