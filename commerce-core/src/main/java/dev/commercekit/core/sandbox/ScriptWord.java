package dev.commercekit.core.sandbox;

import dev.commercekit.Input;
import dev.commercekit.payment.DeclineReason;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words that a script is made of, as they stand in a token's text, and the form of the argument behind each. */
enum ScriptWord {
    APPROVE(""),
    DECLINE(reasons()),
    ACTION("(?:" + ScriptWord.TIME + ")?"),
    LATE("(?:" + ScriptWord.TIME + ")?"),
    IGNORE_CANCEL(""),
    ERROR(""),
    HIDDEN(""),
    LOSE_REQUEST(ScriptWord.COUNT),
    LOSE_REPLY(ScriptWord.COUNT),
    THROW(""),
    DOWN(ScriptWord.TIME),
    FORGET(ScriptWord.TIME);

    private static final String TIME = "\\d{1,9}(?:ms|s|m|h)";
    private static final String COUNT = "[1-9]\\d{0,5}";
    private static final Pattern PARTS = Pattern.compile("(\\d+)([a-z]+)");

    private static final Map<String, ScriptWord> BY_TEXT =
            Arrays.stream(values()).collect(Collectors.toMap(ScriptWord::text, word -> word));

    private final String text;
    private final Pattern argument;

    ScriptWord(String argument) {
        this.text = name().toLowerCase(Locale.ROOT).replace('_', '-');
        this.argument = Pattern.compile(argument);
    }

    static Optional<ScriptWord> of(String text) {
        return Optional.ofNullable(BY_TEXT.get(text));
    }

    String text() {
        return text;
    }

    boolean accepts(String text) {
        return argument.matcher(text).matches();
    }

    static String write(DeclineReason reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }

    static String write(Duration time) {
        long millis = Input.required(time, "time").toMillis();
        Input.range(millis, "time", 1, 999_999_999);
        return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
    }

    static Duration time(String text) {
        Matcher parts = PARTS.matcher(text);
        Input.that(parts.matches(), "time", "must be a number and a unit");
        long number = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }

    private static String reasons() {
        return String.join(
                "|",
                Arrays.stream(DeclineReason.values()).map(ScriptWord::write).toList());
    }
}
