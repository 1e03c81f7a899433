package dev.commercekit.json.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.ResolvableSerializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.commercekit.Input;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes a record: the type's name first if it has one, then every component in order. */
final class RecordWriter extends StdSerializer<Object> implements ResolvableSerializer {

    private static final long serialVersionUID = 1L;

    private final transient RecordShape shape;
    private final @Nullable String typeName;
    private final SerializedString[] names;
    private final transient @Nullable JsonSerializer<Object>[] parts;

    @SuppressWarnings({"unchecked", "rawtypes"})
    RecordWriter(JavaType type, RecordShape shape) {
        super(type);
        this.shape = shape;
        this.typeName = shape.typeName().orElse(null);
        this.names = shape.names().stream().map(SerializedString::new).toArray(SerializedString[]::new);
        this.parts = new JsonSerializer[names.length];
    }

    /** A component whose declared type says all has its writer found once; the others are written as what they are. */
    @Override
    public void resolve(SerializerProvider provider) throws JsonMappingException {
        for (int i = 0; i < parts.length; i++) {
            JavaType type = shape.types().get(i);
            boolean exact = type.isFinal() || type.isContainerType() || type.isReferenceType();
            parts[i] = exact ? provider.findValueSerializer(type, null) : null;
        }
    }

    @Override
    public void serialize(Object record, JsonGenerator generator, SerializerProvider provider) throws IOException {
        generator.writeStartObject(record, names.length);
        if (typeName != null) {
            generator.writeStringField(TypeNames.PROPERTY, typeName);
        }
        @Nullable Object[] values = shape.components(record);
        for (int i = 0; i < names.length; i++) {
            Object value = Input.required(values[i], shape.names().get(i));
            generator.writeFieldName(names[i]);
            JsonSerializer<Object> part = parts[i];
            if (part == null) {
                part = provider.findValueSerializer(value.getClass(), null);
            }
            part.serialize(value, generator, provider);
        }
        generator.writeEndObject();
    }
}
