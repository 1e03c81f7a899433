package dev.commercekit.json.wire;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import dev.commercekit.json.text.InstantText;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How values of a type become one text and back, as a value and as a key of a map.
 *
 * @param type the type
 * @param reading makes a value of a text; a text that is none is a runtime exception
 * @param writing makes the text of a value
 */
record TextForm(Class<?> type, Function<String, Object> reading, Function<Object, String> writing) {

    /** As many as Jackson allows a number; parsing more costs more than its length. */
    private static final int MAX_DECIMAL = 1_000;

    private static final Map<Class<?>, TextForm> KNOWN = Stream.of(
                    form(Instant.class, InstantText::read, InstantText::write),
                    form(Duration.class, Duration::parse, Duration::toString),
                    form(Currency.class, Currency::getInstance, Currency::getCurrencyCode),
                    form(URI.class, URI::create, URI::toString),
                    form(UUID.class, TextForm::uuid, UUID::toString),
                    form(BigDecimal.class, TextForm::decimal, TextForm::plain))
            .collect(Collectors.toUnmodifiableMap(TextForm::type, form -> form));

    /** Returns the form of a type that is written as text by these rules; the others are left to Jackson. */
    static Optional<TextForm> of(JavaType type, TypeFactory typeFactory) {
        Class<?> raw = type.getRawClass();
        if (type.isEnumType()) {
            return ofEnum(raw);
        }
        if (RecordShape.isText(raw)) {
            RecordShape shape = RecordShape.of(type, typeFactory);
            return Optional.of(new TextForm(raw, text -> shape.make(new Object[] {text}), shape.onlyText()));
        }
        return Optional.ofNullable(KNOWN.get(raw));
    }

    /** The class of a constant with a body is not the enum itself, and the enum's root class has no constants. */
    static Optional<TextForm> ofEnum(Class<?> raw) {
        Class<?> type = raw.isEnum() ? raw : raw.getSuperclass();
        if (type == null || !type.isEnum()) {
            return Optional.empty();
        }
        Map<String, Object> constants = List.of(type.getEnumConstants()).stream()
                .collect(Collectors.toUnmodifiableMap(constant -> ((Enum<?>) constant).name(), constant -> constant));
        Function<String, Object> reading = name -> {
            Object constant = constants.get(name);
            if (constant == null) {
                throw new IllegalArgumentException("no such constant");
            }
            return constant;
        };
        return Optional.of(new TextForm(type, reading, constant -> ((Enum<?>) constant).name()));
    }

    private static <T> TextForm form(Class<T> type, Function<String, T> reading, Function<T, String> writing) {
        return new TextForm(type, reading::apply, value -> writing.apply(type.cast(value)));
    }

    /** {@link UUID#fromString} accepts groups that are too short. */
    private static UUID uuid(String text) {
        UUID id = UUID.fromString(text);
        if (text.length() != 36) {
            throw new IllegalArgumentException("no UUID");
        }
        return id;
    }

    /** {@link BigDecimal} accepts the digits of every script. */
    private static BigDecimal decimal(String text) {
        if (text.length() > MAX_DECIMAL || text.chars().anyMatch(c -> c > '~')) {
            throw new IllegalArgumentException("no decimal");
        }
        return new BigDecimal(text);
    }

    private static String plain(BigDecimal decimal) {
        boolean shortEnough = decimal.scale() >= 0 && decimal.scale() <= MAX_DECIMAL / 2;
        // An ordinary number has one text, which it remembers.
        boolean ordinary = decimal.precision() - decimal.scale() > -6;
        return shortEnough && !ordinary ? decimal.toPlainString() : decimal.toString();
    }
}
