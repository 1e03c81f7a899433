package dev.commercekit.json.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonMappingException;
import dev.commercekit.CommerceException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What our own readers throw within Jackson, which collects the path on the way out; the reason never holds a value. */
public final class Malformed extends JsonMappingException {

    private static final long serialVersionUID = 1L;

    private final String reason;
    private final @Nullable CommerceException refused;
    private final boolean unknownType;

    /** Creates the error for where the parser stands. */
    public Malformed(JsonParser parser, String reason) {
        this(parser, reason, null, false);
    }

    private Malformed(JsonParser parser, String reason, @Nullable CommerceException refused, boolean unknownType) {
        super(parser, reason);
        this.reason = reason;
        this.refused = refused;
        this.unknownType = unknownType;
    }

    /** The value's own check refused it; what another exception says may hold the value, so it is left out. */
    static Malformed refused(JsonParser parser, Class<?> type, RuntimeException why) {
        return why instanceof CommerceException known
                ? new Malformed(parser, Objects.requireNonNull(known.getMessage()), known, false)
                : new Malformed(
                        parser,
                        "is no " + type.getSimpleName() + " (" + why.getClass().getSimpleName() + ")");
    }

    static Malformed unknownType(JsonParser parser, Class<?> expected) {
        return new Malformed(parser, "is no known kind of " + expected.getSimpleName(), null, true);
    }

    /** Returns what is wrong, as half a sentence. */
    public String reason() {
        return reason;
    }

    /** Returns what the value's own check said, if that refused it. */
    public Optional<CommerceException> refusal() {
        return Optional.ofNullable(refused);
    }

    /** Returns whether it is the name of a case that nobody knows. */
    public boolean unknownType() {
        return unknownType;
    }
}
