package dev.commercekit.json.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ResolvableDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a sealed type: by its {@code type}, wherever that stands, as the record of that name. */
final class SealedReader extends StdDeserializer<Object> implements ResolvableDeserializer {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, JsonDeserializer<?>> cases = new HashMap<>();

    SealedReader(JavaType type) {
        super(type);
    }

    @Override
    public void resolve(DeserializationContext context) throws JsonMappingException {
        JavaType sealed = getValueType(context);
        for (Map.Entry<String, Class<?>> named : TypeNames.cases(handledType()).entrySet()) {
            JavaType type = context.getTypeFactory().constructSpecializedType(sealed, named.getValue());
            cases.put(named.getKey(), context.findContextualValueDeserializer(type, null));
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
        if (!TypeNames.PROPERTY.equals(parser.nextFieldName())) {
            return buffered(parser, context);
        }
        JsonDeserializer<?> chosen = chosen(parser.nextToken(), parser);
        return chosen instanceof RecordReader reader
                ? reader.readFields(parser, context, true)
                : buffered(parser, context, chosen);
    }

    private Object buffered(JsonParser parser, DeserializationContext context) throws IOException {
        return buffered(parser, context, null);
    }

    /** A storage may have put the properties into another order, so they are kept until the type's name is found. */
    private Object buffered(JsonParser parser, DeserializationContext context, @Nullable JsonDeserializer<?> found)
            throws IOException {
        try (TokenBuffer kept = context.bufferForInputBuffering(parser)) {
            JsonDeserializer<?> chosen = found;
            kept.writeStartObject();
            if (found != null) {
                kept.writeStringField(TypeNames.PROPERTY, parser.getText());
                parser.nextToken();
            }
            for (; parser.hasToken(JsonToken.FIELD_NAME); parser.nextToken()) {
                String name = parser.currentName();
                JsonToken token = parser.nextToken();
                if (name.equals(TypeNames.PROPERTY)) {
                    chosen = chosen(token, parser);
                }
                kept.writeFieldName(name);
                kept.copyCurrentStructure(parser);
            }
            kept.writeEndObject();
            if (chosen == null) {
                throw at(new Malformed(parser, "must be present"));
            }
            try (JsonParser again = kept.asParserOnFirstToken()) {
                return chosen.deserialize(again, context);
            }
        }
    }

    private JsonDeserializer<?> chosen(JsonToken token, JsonParser parser) throws IOException {
        if (token != JsonToken.VALUE_STRING) {
            throw at(new Malformed(parser, token == JsonToken.VALUE_NULL ? "must not be null" : "must be text"));
        }
        JsonDeserializer<?> chosen = cases.get(parser.getText());
        if (chosen == null) {
            throw at(Malformed.unknownType(parser, handledType()));
        }
        return chosen;
    }

    private JsonMappingException at(Malformed problem) {
        return JsonMappingException.wrapWithPath(problem, handledType(), TypeNames.PROPERTY);
    }
}
