package dev.commercekit.json;

import dev.commercekit.CommerceException;
import org.jspecify.annotations.Nullable;

/**
 * A document is not JSON, or not the wire form of what it should hold. It names the place and never repeats a value, so that
 * it may be logged. If a value's own check refused it, that {@link dev.commercekit.InvalidInputException} is the cause.
 */
public sealed class MalformedJsonException extends CommerceException permits UnknownTypeException {

    private static final long serialVersionUID = 1L;

    private final String path;
    private final String reason;

    /** Creates the error for a place, such as {@code lines[2].sku} or nothing for the whole, and what is wrong there. */
    public MalformedJsonException(String path, String reason) {
        this(path, reason, null);
    }

    MalformedJsonException(String path, String reason, @Nullable CommerceException refused) {
        super((path.isEmpty() ? "the document" : path) + ": " + reason);
        this.path = path;
        this.reason = reason;
        if (refused != null) {
            initCause(refused);
        }
    }

    /** Returns the place, such as {@code lines[2].sku}; nothing for the whole, and {@code [*]} for any key of a map. */
    public String path() {
        return path;
    }

    /** Returns what is wrong there, as half a sentence, for example {@code must be a whole number}. */
    public String reason() {
        return reason;
    }

    @Override
    public String code() {
        return "malformed-json";
    }
}
