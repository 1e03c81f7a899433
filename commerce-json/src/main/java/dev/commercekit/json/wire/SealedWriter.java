package dev.commercekit.json.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;

/** Writes a value of a sealed type as the record that it is. */
final class SealedWriter extends StdSerializer<Object> {

    private static final long serialVersionUID = 1L;

    SealedWriter(JavaType type) {
        super(type);
    }

    @Override
    public void serialize(Object value, JsonGenerator generator, SerializerProvider provider) throws IOException {
        provider.findValueSerializer(value.getClass(), null).serialize(value, generator, provider);
    }
}
