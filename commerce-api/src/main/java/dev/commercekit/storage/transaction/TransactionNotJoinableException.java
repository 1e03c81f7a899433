package dev.commercekit.storage.transaction;

import dev.commercekit.CommerceException;

/** A transaction cannot be joined as it is. Nothing was read or written. */
public final class TransactionNotJoinableException extends CommerceException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why a transaction cannot be joined. */
    public enum Reason {
        /** The storage joins no transactions, or none of this type. */
        STORAGE,
        /** It was begun in a database of another product. */
        DATABASE,
        /** Its connection is closed. */
        CLOSED,
        /** None was begun: the connection commits each statement by itself. */
        NOT_BEGUN,
        /** It has failed already, and can only be rolled back. */
        FAILED,
        /** It reads rows as they were when it began, and so not what others have committed since. */
        ISOLATION,
        /** It cannot write. */
        READ_ONLY
    }

    /** Creates the error; the message says what to do about it. */
    public TransactionNotJoinableException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Returns why. */
    public Reason reason() {
        return reason;
    }

    @Override
    public String code() {
        return "transaction-not-joinable";
    }
}
