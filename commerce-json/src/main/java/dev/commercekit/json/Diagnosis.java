package dev.commercekit.json;

import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.commercekit.json.wire.Malformed;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns whatever went wrong while reading into the one exception that callers see; Jackson's own words may hold values. */
final class Diagnosis {

    private static final List<Class<?>> WHOLE =
            List.of(long.class, Long.class, int.class, Integer.class, short.class, Short.class, byte.class, Byte.class);

    private Diagnosis() {}

    static MalformedJsonException of(Exception thrown) {
        String path = thrown instanceof JsonMappingException mapping ? path(mapping) : "";
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Malformed ours) {
                return ours.unknownType()
                        ? new UnknownTypeException(path, ours.reason())
                        : new MalformedJsonException(
                                path, ours.reason(), ours.refusal().orElse(null));
            }
            String reason = reason(cause);
            if (reason != null) {
                return new MalformedJsonException(path, reason);
            }
        }
        return new MalformedJsonException(path, "must be well-formed JSON");
    }

    private static @Nullable String reason(Throwable cause) {
        if (cause instanceof StreamConstraintsException) {
            return "must keep the limits of depth and size";
        }
        if (cause instanceof InputCoercionException) {
            return "must be within the range of its type";
        }
        if (cause instanceof JsonEOFException) {
            return "must not end too early";
        }
        if (cause instanceof StreamReadException
                && String.valueOf(cause.getMessage()).startsWith("Duplicate field")) {
            return "must name each property once";
        }
        if (cause instanceof InvalidNullException) {
            return "must not be null";
        }
        return cause instanceof MismatchedInputException mismatch ? expected(mismatch.getTargetType()) : null;
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "must be of another kind";
        }
        if (WHOLE.contains(type)) {
            return "must be a whole number";
        }
        if (type == String.class) {
            return "must be text";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "must be true or false";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "must be an array";
        }
        return Map.class.isAssignableFrom(type) ? "must be an object" : "must be a " + type.getSimpleName();
    }

    private static String path(JsonMappingException thrown) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : thrown.getPath()) {
            if (step.getFrom() instanceof Map) {
                path.append("[*]");
            } else if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.length() == 0 ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }
}
