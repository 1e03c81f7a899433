package dev.commercekit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.commercekit.Input;
import dev.commercekit.InvalidInputException;
import dev.commercekit.json.wire.DirectWriter;
import dev.commercekit.json.wire.Malformed;
import dev.commercekit.workflow.StateCodec;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.Optional;

/**
 * Writes values of one type as JSON by the rules of {@link CommerceJson}, and reads them back. What was written is read as an
 * equal value. Immutable, thread-safe, and meant to be kept in a constant.
 *
 * @param <T> the type of the values
 */
public final class JsonCodec<T> implements StateCodec<T> {

    private final Optional<DirectWriter> direct;
    private final ObjectWriter writer;
    private final ObjectReader reader;
    private final String type;

    JsonCodec(JsonMapper mapper, Type type) {
        JavaType javaType = mapper.constructType(type);
        this.writer = mapper.writerFor(javaType);
        this.reader = mapper.readerFor(javaType).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        this.type = javaType.toCanonical();
        try {
            mapper.getSerializerProviderInstance().findTypedValueSerializer(javaType, true, null);
        } catch (JsonMappingException noForm) {
            throw noForm(noForm);
        }
        this.direct = DirectWriter.of(javaType, mapper.getTypeFactory());
    }

    /**
     * Returns the value as a JSON document.
     *
     * @throws InvalidInputException if the value or a component in it is null
     * @throws IllegalArgumentException if something in it has no wire form
     */
    public String write(T value) {
        Input.required(value, "value");
        if (direct.isPresent()) {
            return direct.get().write(value);
        }
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException noForm) {
            throw noForm(noForm);
        }
    }

    /** Returns the value as a JSON document in UTF-8; otherwise as {@link #write}. */
    public byte[] writeBytes(T value) {
        try {
            return writer.writeValueAsBytes(Input.required(value, "value"));
        } catch (JsonProcessingException noForm) {
            throw noForm(noForm);
        }
    }

    /**
     * Returns the value that the document holds.
     *
     * @throws MalformedJsonException if the document breaks a rule
     */
    public T read(String json) {
        try (JsonParser parser = reader.createParser(Input.required(json, "json"))) {
            return read(parser);
        } catch (IOException malformed) {
            throw Diagnosis.of(malformed);
        }
    }

    /**
     * Returns the value that the document in UTF-8 holds.
     *
     * @throws MalformedJsonException if the document breaks a rule
     */
    public T read(byte[] json) {
        try (JsonParser parser = reader.createParser(Input.required(json, "json"))) {
            return read(parser);
        } catch (IOException malformed) {
            throw Diagnosis.of(malformed);
        }
    }

    @Override
    public String encode(T state) {
        return write(state);
    }

    @Override
    public T decode(String document) {
        return read(document);
    }

    private RuntimeException noForm(JsonProcessingException cause) {
        return cause.getCause() instanceof InvalidInputException isNull
                ? isNull
                : new IllegalArgumentException("not everything in this has a wire form: " + type, cause);
    }

    private T read(JsonParser parser) throws IOException {
        if (parser.nextToken() == null) {
            throw new Malformed(parser, "must not be empty");
        }
        T value = reader.readValue(parser);
        if (value == null) {
            throw new Malformed(parser, "must not be null");
        }
        if (parser.nextToken() != null) {
            throw new Malformed(parser, "must not be followed by anything");
        }
        return value;
    }
}
