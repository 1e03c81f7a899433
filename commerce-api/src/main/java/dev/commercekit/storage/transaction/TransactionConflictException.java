package dev.commercekit.storage.transaction;

import dev.commercekit.CommerceException;

/**
 * A concurrent transaction was in the way of a call inside of the caller's own one: it held a row for too long, or wrote one
 * that had to be absent, or both waited for each other. Nothing of the call was written, and the transaction is as it was before
 * it. The way out is to roll back and to do all of it again; the locks that the transaction holds until then may be what others
 * wait for.
 */
public final class TransactionConflictException extends CommerceException {

    private static final long serialVersionUID = 1L;

    /** Creates the error; the message says what was in the way. */
    public TransactionConflictException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String code() {
        return "transaction-conflict";
    }

    @Override
    public boolean retryable() {
        return true;
    }
}
