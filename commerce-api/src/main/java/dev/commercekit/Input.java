package dev.commercekit;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The checks that values make at the border. Each returns what it was given, or throws an {@link InvalidInputException} that
 * names the field and never repeats the value. Adapters use the same checks, so that an error reads the same everywhere.
 */
public final class Input {

    private Input() {}

    /** Refuses null. */
    public static <T> T required(@Nullable T value, String field) {
        if (value == null) {
            throw new InvalidInputException(field, "must not be null");
        }
        return value;
    }

    /** Refuses a condition that does not hold. */
    public static void that(boolean holds, String field, String reason) {
        if (!holds) {
            throw new InvalidInputException(field, reason);
        }
    }

    /** Accepts a number between two bounds, both included. */
    public static long range(long value, String field, long min, long max) {
        if (value < min || value > max) {
            throw new InvalidInputException(field, "must be between " + min + " and " + max);
        }
        return value;
    }

    /** Accepts 1 to {@code max} printable ASCII characters; spaces only inside. Use it for ids, keys, codes and SKUs. */
    public static String identifier(@Nullable String value, String field, int max) {
        String text = length(required(value, field), field, max);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                throw new InvalidInputException(field, "must be printable ASCII");
            }
        }
        if (text.charAt(0) == ' ' || text.charAt(text.length() - 1) == ' ') {
            throw new InvalidInputException(field, "must not begin or end with a space");
        }
        return text;
    }

    /** Accepts 1 to {@code max} characters of free text: not blank, no control characters, no payment card number. */
    public static String text(@Nullable String value, String field, int max) {
        return text(value, field, max, "");
    }

    private static String text(@Nullable String value, String field, int max, String controls) {
        String text = length(required(value, field), field, max);
        if (text.isBlank()) {
            throw new InvalidInputException(field, "must not be blank");
        }
        printable(text, field, controls);
        if (CardNumbers.foundIn(text)) {
            throw new InvalidInputException(field, "must not hold a payment card number");
        }
        return text;
    }

    /** Accepts absent text, and present text as {@link #text} does. */
    public static Optional<String> text(Optional<String> value, String field, int max) {
        required(value, field).ifPresent(text -> text(text, field, max));
        return required(value, field);
    }

    /** Accepts absent text, and present text as {@link #text} does, which may also hold tabs and be of several lines. */
    public static Optional<String> lines(Optional<String> value, String field, int max) {
        required(value, field).ifPresent(text -> text(text, field, max, "\t\n\r"));
        return value;
    }

    /**
     * Returns a text that came from elsewhere, for a log: of at most {@code max} characters, with a space in place of each control
     * character and {@code U+FFFD} in place of what is not valid Unicode, which no storage keeps. Nothing but null is refused.
     */
    public static String excerpt(@Nullable String value, String field, int max) {
        String text = required(value, field);
        StringBuilder kept = new StringBuilder(Math.min(text.length(), max));
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            boolean half = point <= Character.MAX_VALUE && Character.isSurrogate((char) point);
            int legible = half ? 0xFFFD : Character.isISOControl(point) ? ' ' : point;
            if (kept.length() + Character.charCount(legible) > max) {
                break;
            }
            kept.appendCodePoint(legible);
        }
        return kept.toString();
    }

    /** Accepts a list without nulls of at most {@code max} elements, and returns an unmodifiable copy. */
    public static <T> List<T> list(@Nullable Collection<? extends T> values, String field, int max) {
        Collection<? extends T> present = required(values, field);
        if (present.size() > max) {
            throw new InvalidInputException(field, "must have at most " + max + " elements");
        }
        for (T value : present) {
            required(value, field);
        }
        return List.copyOf(present);
    }

    /** Accepts at most {@code max} named texts (names as ids of 64 characters, texts of 256), and returns a copy in order. */
    public static Map<String, String> attributes(@Nullable Map<String, String> values, String field, int max) {
        if (required(values, field).isEmpty()) {
            return Map.of();
        }
        Map<String, String> copy = new LinkedHashMap<>(values);
        if (copy.size() > max) {
            throw new InvalidInputException(field, "must have at most " + max + " entries");
        }
        copy.forEach((name, text) -> {
            identifier(name, field, 64);
            text(text, field, 256);
        });
        return java.util.Collections.unmodifiableMap(copy);
    }

    private static String length(String value, String field, int max) {
        if (value.isEmpty()) {
            throw new InvalidInputException(field, "must not be empty");
        }
        if (value.length() > max) {
            throw new InvalidInputException(field, "must be at most " + max + " characters long");
        }
        return value;
    }

    private static void printable(String text, String field, String controls) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) && controls.indexOf(c) < 0) {
                throw new InvalidInputException(field, "must not hold control characters");
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new InvalidInputException(field, "must be valid Unicode");
            }
        }
    }
}
