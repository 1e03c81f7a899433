package dev.commercekit;

/**
 * An idempotency key came back with another request than the one it was first used for; nothing was changed. This is always
 * a bug of the caller: one key stands for one intention.
 */
public final class KeyReusedException extends CommerceException {

    private static final long serialVersionUID = 1L;

    private final String command;
    private final String key;

    /** Creates the error for a command, such as {@code checkout}, and the key that was used twice. */
    public KeyReusedException(String command, IdempotencyKey key) {
        super("the idempotency key of this " + command + " was already used for another request: " + key.value());
        this.command = command;
        this.key = key.value();
    }

    /** Returns the command in whose scope the key was used. */
    public String command() {
        return command;
    }

    /** Returns the key. */
    public IdempotencyKey key() {
        return new IdempotencyKey(key);
    }

    @Override
    public String code() {
        return "key-reused";
    }
}
