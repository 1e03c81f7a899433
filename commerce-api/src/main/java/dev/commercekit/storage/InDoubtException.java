package dev.commercekit.storage;

import dev.commercekit.CommerceException;

/**
 * A command was sent to the storage and its reply was lost for longer than the caller could wait: it was carried out or not.
 * Repeat it with the same idempotency key to learn which.
 */
public final class InDoubtException extends CommerceException {

    private static final long serialVersionUID = 1L;

    private final String writeSet;

    /** Creates the error for a write set whose fate is unknown. */
    public InDoubtException(WriteSetId writeSet, String reason) {
        super("in doubt whether write set " + writeSet + " was applied: " + reason);
        this.writeSet = writeSet.value();
    }

    /** Returns the write set whose fate is unknown. */
    public WriteSetId writeSet() {
        return new WriteSetId(writeSet);
    }

    @Override
    public String code() {
        return "in-doubt";
    }

    @Override
    public boolean retryable() {
        return true;
    }
}
