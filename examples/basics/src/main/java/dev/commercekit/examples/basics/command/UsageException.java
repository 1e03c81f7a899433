package dev.commercekit.examples.basics.command;

/** The demo was not asked for something that it can do: the message says what, line by line. */
public final class UsageException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Creates the error with a message for the person at the terminal. */
    public UsageException(String message) {
        super(message);
    }
}
