package dev.commercekit.json.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;

/** Writes a value as its text: as a value, or as a key of a map. */
final class TextWriter extends StdScalarSerializer<Object> {

    private static final long serialVersionUID = 1L;

    private final transient TextForm form;
    private final boolean asKey;

    TextWriter(TextForm form, boolean asKey) {
        super(form.type(), false);
        this.form = form;
        this.asKey = asKey;
    }

    @Override
    public void serialize(Object value, JsonGenerator generator, SerializerProvider provider) throws IOException {
        String text = form.writing().apply(value);
        if (asKey) {
            generator.writeFieldName(text);
        } else {
            generator.writeString(text);
        }
    }
}
