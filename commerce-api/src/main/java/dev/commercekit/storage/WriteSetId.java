package dev.commercekit.storage;

import dev.commercekit.Input;
import java.util.UUID;

/**
 * Names a write set for ever: the same id is applied once, however often it is sent.
 *
 * @param value 1 to 128 printable ASCII characters
 */
public record WriteSetId(String value) {

    /** Checks the id. */
    public WriteSetId {
        Input.identifier(value, "writeSetId", 128);
    }

    /** Returns the id with the text of the given UUID. */
    public static WriteSetId of(UUID id) {
        return new WriteSetId(id.toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
