package dev.commercekit.json.wire;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.type.TypeFactory;
import dev.commercekit.Input;
import dev.commercekit.json.text.JsonText;
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
    private final AtomicReference<@Nullable JsonText> spare = new AtomicReference<>();

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
        JsonText kept = spare.getAndSet(null);
        JsonText out = kept == null ? new JsonText() : kept;
        out.clear();
        root.write(value, out);
        String text = out.toString();
        if (out.capacity() <= LARGEST_SPARE) {
            spare.set(out);
        }
        return text;
    }

    /** Writes values of one type. */
    @FunctionalInterface
    private interface Part {

        void write(Object value, JsonText out);
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
                return (value, out) -> out.number(((Number) value).longValue());
            }
            if (raw == boolean.class || raw == Boolean.class) {
                return (value, out) -> out.raw((boolean) value ? "true" : "false");
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
                            .ifPresentOrElse(content -> present.write(content, out), () -> out.raw("null"));
        }

        private static @Nullable Part array(@Nullable Part element) {
            if (element == null) {
                return null;
            }
            return (value, out) -> {
                char before = '[';
                for (Object each : (Collection<?>) value) {
                    element.write(each, out.raw(before));
                    before = ',';
                }
                out.raw(before == '[' ? "[]" : "]");
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
                    out.raw(before)
                            .string(form.isPresent() ? form.get().writing().apply(name) : (String) name)
                            .raw(':');
                    content.write(entry.getValue(), out);
                    before = ',';
                }
                out.raw(before == '{' ? "{}" : "}");
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
            JsonText text = new JsonText().raw('{');
            shape.typeName()
                    .ifPresent(name -> text.string(TypeNames.PROPERTY).raw(':').string(name));
            this.opening = text.toString();
            this.names = new String[shape.names().size()];
            this.parts = new Part[names.length];
            for (int i = 0; i < names.length; i++) {
                names[i] = new JsonText()
                        .raw(i == 0 && opening.equals("{") ? "" : ",")
                        .string(shape.names().get(i))
                        .raw(':')
                        .toString();
            }
        }

        @Override
        public void write(Object record, JsonText out) {
            out.raw(opening);
            @Nullable Object[] values = shape.components(record);
            for (int i = 0; i < parts.length; i++) {
                Object value = Input.required(values[i], shape.names().get(i));
                out.raw(names[i]);
                Part part = parts[i];
                if (part instanceof OfText text) {
                    // Most are texts, which so need no look-up of what to call.
                    text.write(value, out);
                } else {
                    part.write(value, out);
                }
            }
            out.raw('}');
        }
    }

    /** Writes what has a form as one text. */
    private record OfText(Function<Object, String> form) implements Part {

        static final OfText PLAIN = new OfText(text -> (String) text);

        @Override
        public void write(Object value, JsonText out) {
            out.string(value instanceof String text ? text : form.apply(value));
        }
    }
}
