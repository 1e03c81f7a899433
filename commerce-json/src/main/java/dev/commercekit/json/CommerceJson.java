package dev.commercekit.json;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.commercekit.Input;
import dev.commercekit.json.wire.WireModule;
import java.lang.reflect.Type;

/**
 * The one JSON form of the values of CommerceKit, and of every record that a host or another module makes of them. It needs no
 * annotations; the rules:
 *
 * <ul>
 *   <li>A record is an object with one property for each component, in their order, and is read through its canonical
 *       constructor, so its own checks hold. Every component must be there: a missing one is an error, and so is null, which
 *       only stands for an empty {@code Optional}. Unknown properties are ignored.
 *   <li>A record whose only component is {@code String value} (every id, key and token) is plain text, also as a key of a map.
 *   <li>A record under a sealed type carries the property {@code type} besides, first: a name in kebab case that never
 *       changes, also if the class is renamed. A name that nobody knows is an {@link UnknownTypeException}.
 *   <li>Money and prices are {@code {"amount":"2.55","currency":"GBP"}}; every exact decimal is text. Moments and durations
 *       are ISO 8601 text, currencies their ISO 4217 code, enums the name of the constant. Sets are sorted.
 *   <li>Nothing is coerced: text is no number, a number is no text, {@code 1.0} is no whole number. A property that comes
 *       twice is an error, and so is anything after the document. The depth and size of a document are limited.
 * </ul>
 *
 * <p>Everything that breaks a rule is a {@link MalformedJsonException}, which names the place and never a value. <b>Documents
 * hold secrets and personal data in clear text</b>, payment tokens too, because they must reach the gateway: do not log them.
 *
 * <p>Records may be private and in packages that are not exported; on the module path such a package must be opened to this
 * module: {@code opens com.example.state to dev.commercekit.json}. Public records in exported packages need nothing. A codec
 * of a record that cannot be reached is an {@link IllegalArgumentException} when it is made.
 */
public final class CommerceJson {

    private static final JsonMapper SHARED = build();

    private CommerceJson() {}

    /** Returns a new mapper by these rules, to be extended or built upon; what is done to it changes no other. */
    public static JsonMapper mapper() {
        return build();
    }

    /** Returns the codec of a type without type parameters. Keep it: making one costs far more than using it. */
    public static <T> JsonCodec<T> codec(Class<T> type) {
        return new JsonCodec<>(SHARED, Input.required(type, "type"));
    }

    /** Returns the codec of a type with type parameters, such as a page of orders. Keep it. */
    public static <T> JsonCodec<T> codec(TypeReference<T> type) {
        return new JsonCodec<>(SHARED, Input.required(type, "type").getType());
    }

    /** Returns the codec of a type that reflection found, such as what a method returns. Keep it. */
    public static JsonCodec<Object> codec(Type type) {
        return new JsonCodec<>(SHARED, Input.required(type, "type"));
    }

    private static JsonMapper build() {
        JsonMapper.Builder builder = JsonMapper.builder()
                .addModules(new Jdk8Module(), new JavaTimeModule(), new WireModule())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(
                        SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
                        SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRAP_EXCEPTIONS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS, MapperFeature.OVERRIDE_PUBLIC_ACCESS_MODIFIERS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                        DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);
        return Strictness.applyTo(builder).build();
    }
}
