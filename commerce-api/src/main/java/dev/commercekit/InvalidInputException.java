package dev.commercekit;

/** The caller passed a value that the library refuses; nothing was changed. The message never repeats the value itself. */
public final class InvalidInputException extends CommerceException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String reason;

    /** Creates the error for one field, named as the caller knows it (for example {@code quantity}), and why it is refused. */
    public InvalidInputException(String field, String reason) {
        super(field + ": " + reason);
        this.field = field;
        this.reason = reason;
    }

    /** Returns the name of the refused field. */
    public String field() {
        return field;
    }

    /** Returns why the value is refused, as half a sentence, for example {@code must be between 1 and 1000000}. */
    public String reason() {
        return reason;
    }

    @Override
    public String code() {
        return "invalid-input";
    }
}
