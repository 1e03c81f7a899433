package dev.commercekit;

import java.util.UUID;

/**
 * Names one intention of a caller, so that a command that is sent again is carried out once. The same key with the same
 * request answers as the first call did; with another request it is a {@link KeyReusedException}. A key is remembered for a time
 * that the host chooses, and at least while the order that the command is about is open; later it names a new intention.
 *
 * @param value 1 to 255 printable ASCII characters without spaces at the ends; case matters
 */
public record IdempotencyKey(String value) {

    /** The longest key that is accepted, in characters. */
    public static final int MAX_LENGTH = 255;

    /** Checks the key. */
    public IdempotencyKey {
        Input.identifier(value, "idempotencyKey", MAX_LENGTH);
    }

    /** Returns the key with the given text. */
    public static IdempotencyKey of(String value) {
        return new IdempotencyKey(value);
    }

    /** Returns the key with the text of the given id. */
    public static IdempotencyKey of(UUID id) {
        return new IdempotencyKey(Input.required(id, "idempotencyKey").toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
