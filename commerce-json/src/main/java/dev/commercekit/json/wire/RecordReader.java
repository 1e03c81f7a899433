package dev.commercekit.json.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ResolvableDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads a record: every component once, none missing, null only for an empty {@code Optional}; the rest is skipped. */
final class RecordReader extends StdDeserializer<Object> implements ResolvableDeserializer {

    private static final long serialVersionUID = 1L;

    private static final List<Class<?>> MAY_BE_NULL =
            List.of(Optional.class, OptionalInt.class, OptionalLong.class, OptionalDouble.class);

    private final transient RecordShape shape;
    private final transient @Nullable String typeName;
    private final String[] names;
    private final Map<String, Integer> places = new HashMap<>();
    private final transient JsonDeserializer<?>[] parts;
    private final boolean[] mayBeNull;

    RecordReader(JavaType type, RecordShape shape) {
        super(type);
        this.shape = shape;
        this.typeName = shape.typeName().orElse(null);
        this.names = shape.names().toArray(String[]::new);
        this.parts = new JsonDeserializer<?>[names.length];
        this.mayBeNull = new boolean[names.length];
    }

    @Override
    public void resolve(DeserializationContext context) throws JsonMappingException {
        for (int i = 0; i < names.length; i++) {
            JavaType type = shape.types().get(i);
            places.put(names[i], i);
            parts[i] = context.findContextualValueDeserializer(type, null);
            mayBeNull[i] = MAY_BE_NULL.contains(type.getRawClass());
        }
    }

    @Override
    public boolean isCachable() {
        return true;
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.isExpectedStartObjectToken()) {
            throw new Malformed(parser, "must be an object");
        }
        return readFields(parser, context, typeName == null);
    }

    /** Reads what follows the opening brace, or the type's name if that was read. */
    Object readFields(JsonParser parser, DeserializationContext context, boolean typeRead) throws IOException {
        @Nullable Object[] values = new Object[names.length];
        boolean typed = typeRead;
        int expected = 0;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            int place = place(name, expected);
            JsonToken token = parser.nextToken();
            if (place >= 0) {
                values[place] = component(place, token, parser, context);
                expected = place + 1;
            } else if (!typed && name.equals(TypeNames.PROPERTY)) {
                checkType(token, parser);
                typed = true;
            } else {
                parser.skipChildren();
            }
        }
        return make(parser, values, typed);
    }

    private int place(String name, int expected) {
        if (expected < names.length && name.equals(names[expected])) {
            return expected;
        }
        return places.getOrDefault(name, -1);
    }

    private Object component(int place, JsonToken token, JsonParser parser, DeserializationContext context)
            throws IOException {
        try {
            if (token != JsonToken.VALUE_NULL) {
                return parts[place].deserialize(parser, context);
            }
            if (mayBeNull[place]) {
                return Objects.requireNonNull(parts[place].getNullValue(context));
            }
            throw new Malformed(parser, "must not be null");
        } catch (IOException | RuntimeException thrown) {
            throw JsonMappingException.wrapWithPath(thrown, shape.type(), names[place]);
        }
    }

    private void checkType(JsonToken token, JsonParser parser) throws IOException {
        if (token != JsonToken.VALUE_STRING) {
            throw JsonMappingException.wrapWithPath(
                    new Malformed(parser, "must be text"), shape.type(), TypeNames.PROPERTY);
        }
        if (!parser.getText().equals(typeName)) {
            throw JsonMappingException.wrapWithPath(
                    Malformed.unknownType(parser, shape.type()), shape.type(), TypeNames.PROPERTY);
        }
    }

    private Object make(JsonParser parser, @Nullable Object[] values, boolean typed) throws IOException {
        if (!typed) {
            throw missing(parser, TypeNames.PROPERTY);
        }
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                throw missing(parser, names[i]);
            }
        }
        try {
            return shape.make(values);
        } catch (RuntimeException refused) {
            throw Malformed.refused(parser, shape.type(), refused);
        }
    }

    private JsonMappingException missing(JsonParser parser, String name) {
        return JsonMappingException.wrapWithPath(new Malformed(parser, "must be present"), shape.type(), name);
    }
}
