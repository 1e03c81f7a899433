package dev.commercekit.json.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;

/** Reads a value from its text. */
final class TextReader extends StdScalarDeserializer<Object> {

    private static final long serialVersionUID = 1L;

    private final transient TextForm form;

    TextReader(TextForm form) {
        super(form.type());
        this.form = form;
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            throw new Malformed(parser, "must be text");
        }
        return read(parser.getText(), parser);
    }

    private Object read(String text, JsonParser parser) throws IOException {
        try {
            return form.reading().apply(text);
        } catch (RuntimeException refused) {
            throw Malformed.refused(parser, form.type(), refused);
        }
    }

    /** Returns the reader of keys of a map in the same form. */
    KeyDeserializer ofKeys() {
        return new KeyDeserializer() {
            @Override
            public Object deserializeKey(String key, DeserializationContext context) throws IOException {
                return read(key, context.getParser());
            }
        };
    }
}
