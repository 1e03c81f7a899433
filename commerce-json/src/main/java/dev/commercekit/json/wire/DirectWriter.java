package dev.commercekit.json.wire;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.type.TypeFactory;
import dev.commercekit.InvalidInputException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes values of one type straight into text. It is the text that the mapper would write, in a fraction of the time, since
 * all that is to be known of the types is looked up once. Types for which that is not enough have no such writer.
 */
public final class DirectWriter {

    private static final int LARGEST_SPARE = 16_384;

    private final Part root;

    // A document is written into a buffer first. One is kept for whoever comes next; who finds none makes one.
    private final AtomicReference<@Nullable StringBuilder> spare = new AtomicReference<>();

    private DirectWriter(Part root) {
        this.root = root;
    }

    /** Returns the writer of a type, unless something in it is left to the mapper. */
    public static Optional<DirectWriter> of(JavaType type, TypeFactory types) {
        return Optional.ofNullable(new Plan(types).part(type)).map(DirectWriter::new);
    }

    /**
     * Returns the value as a document.
     *
     * @throws dev.commercekit.InvalidInputException if a component in it is null
     */
    public String write(Object value) {
        StringBuilder kept = spare.getAndSet(null);
        StringBuilder out = kept == null ? new StringBuilder(512) : kept;
        out.setLength(0);
        root.write(value, out);
        String text = out.toString();
        if (out.capacity() <= LARGEST_SPARE) {
            spare.set(out);
        }
        return text;
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        if (isPlain(text)) {
            out.append(text).append('"');
        } else {
            quoteEscaping(text, out);
        }
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    private static void quoteEscaping(String text, StringBuilder out) {
        int plain = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                out.append(text, plain, i);
                escape(c, out);
                plain = i + 1;
            }
        }
        out.append(text, plain, text.length()).append('"');
    }

    private static void escape(char c, StringBuilder out) {
        switch (c) {
            case '"', '\\' -> out.append('\\').append(c);
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> out.append(String.format("\\u%04X", (int) c));
        }
    }

    /** Writes values of one type. */
    @FunctionalInterface
    private interface Part {

        void write(Object value, StringBuilder out);
    }

    /** Finds the parts of a type; null is one that the mapper has to write. */
    private static final class Plan {

        private static final Set<Class<?>> WHOLE = Set.of(
                long.class, Long.class, int.class, Integer.class, short.class, Short.class, byte.class, Byte.class);

        private final TypeFactory types;
        private final Map<JavaType, OfRecord> records = new HashMap<>();

        Plan(TypeFactory types) {
            this.types = types;
        }

        @Nullable
        Part part(JavaType type) {
            Class<?> raw = type.getRawClass();
            if (raw == String.class) {
                return OfText.PLAIN;
            }
            if (WHOLE.contains(raw)) {
                return (value, out) -> out.append(((Number) value).longValue());
            }
            if (raw == boolean.class || raw == Boolean.class) {
                return (value, out) -> out.append((boolean) value);
            }
            if (raw.isAnnotationPresent(JsonSerialize.class)) {
                return null;
            }
            Optional<TextForm> text = TextForm.of(type, types);
            if (text.isPresent()) {
                return new OfText(text.get().writing());
            }
            return composed(type, raw);
        }

        private @Nullable Part composed(JavaType type, Class<?> raw) {
            if (raw == Optional.class) {
                return optional(part(type.containedTypeOrUnknown(0)));
            }
            if (raw == List.class || raw == Collection.class) {
                return array(part(type.getContentType()));
            }
            if (raw == Map.class) {
                return object(type.getKeyType(), part(type.getContentType()));
            }
            if (raw.isRecord()) {
                OfRecord known = records.get(type);
                return known != null ? known : record(type);
            }
            return TypeNames.isSealedOverRecords(raw) ? cases(type, raw) : null;
        }

        private static @Nullable Part optional(@Nullable Part present) {
            return present == null
                    ? null
                    : (value, out) -> ((Optional<?>) value)
                            .ifPresentOrElse(content -> present.write(content, out), () -> out.append("null"));
        }

        private static @Nullable Part array(@Nullable Part element) {
            if (element == null) {
                return null;
            }
            return (value, out) -> {
                String before = "[";
                for (Object each : (Collection<?>) value) {
                    out.append(before);
                    element.write(each, out);
                    before = ",";
                }
                out.append(before.equals("[") ? "[]" : "]");
            };
        }

        private @Nullable Part object(JavaType key, @Nullable Part content) {
            Optional<TextForm> form = TextForm.of(key, types);
            if (content == null || form.isEmpty() && key.getRawClass() != String.class) {
                return null;
            }
            return (value, out) -> {
                char before = '{';
                for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
                    Object name = entry.getKey();
                    quote(form.isPresent() ? form.get().writing().apply(name) : (String) name, out.append(before));
                    content.write(entry.getValue(), out.append(':'));
                    before = ',';
                }
                out.append(before == '{' ? "{}" : "}");
            };
        }

        private @Nullable Part cases(JavaType type, Class<?> raw) {
            Map<Class<?>, Part> parts = new HashMap<>();
            for (Class<?> each : TypeNames.cases(raw).values()) {
                Part part = part(types.constructSpecializedType(type, each));
                if (part == null) {
                    return null;
                }
                parts.put(each, part);
            }
            return (value, out) ->
                    Objects.requireNonNull(parts.get(value.getClass())).write(value, out);
        }

        /** A record may hold records of its own kind, so it is known before its parts are. */
        private @Nullable Part record(JavaType type) {
            OfRecord record = new OfRecord(RecordShape.of(type, types));
            records.put(type, record);
            for (int i = 0; i < record.parts.length; i++) {
                Part part = part(record.shape.types().get(i));
                if (part == null) {
                    return null;
                }
                record.parts[i] = part;
            }
            return record;
        }
    }

    private static final class OfRecord implements Part {

        private final RecordShape shape;
        private final String opening;
        private final String[] names;
        private final Part[] parts;

        OfRecord(RecordShape shape) {
            this.shape = shape;
            StringBuilder text = new StringBuilder("{");
            shape.typeName().ifPresent(name -> {
                quote(TypeNames.PROPERTY, text);
                quote(name, text.append(':'));
            });
            this.opening = text.toString();
            this.names = new String[shape.names().size()];
            this.parts = new Part[names.length];
            for (int i = 0; i < names.length; i++) {
                StringBuilder name = new StringBuilder(i == 0 && opening.equals("{") ? "" : ",");
                quote(shape.names().get(i), name);
                names[i] = name.append(':').toString();
            }
        }

        @Override
        public void write(Object record, StringBuilder out) {
            out.append(opening);
            @Nullable Object[] values = shape.components(record);
            for (int i = 0; i < parts.length; i++) {
                Object value = values[i];
                if (value == null) {
                    throw new InvalidInputException(shape.names().get(i), "must not be null");
                }
                out.append(names[i]);
                Part part = parts[i];
                if (part instanceof OfText text) {
                    // Most are texts, which so need no look-up of what to call.
                    text.write(value, out);
                } else {
                    part.write(value, out);
                }
            }
            out.append('}');
        }
    }

    /** Writes what has a form as one text. */
    private record OfText(Function<Object, String> form) implements Part {

        static final OfText PLAIN = new OfText(text -> (String) text);

        @Override
        public void write(Object value, StringBuilder out) {
            quote(value instanceof String text ? text : form.apply(value), out);
        }
    }
}
