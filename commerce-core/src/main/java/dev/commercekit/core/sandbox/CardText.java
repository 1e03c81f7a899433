package dev.commercekit.core.sandbox;

import dev.commercekit.Input;
import dev.commercekit.InvalidInputException;
import dev.commercekit.payment.DeclineReason;
import dev.commercekit.payment.PaymentToken;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The text of a card: {@code tok_} and words joined by points, those of later operations with the operation before them. */
final class CardText {

    private static final String PREFIX = "tok_";
    private static final SandboxCard UNREADABLE = SandboxCard.of(SandboxScript.declines(DeclineReason.INVALID_METHOD));

    private CardText() {}

    static String write(SandboxCard card) {
        StringBuilder text = new StringBuilder(PREFIX).append(write(card.authorize()));
        for (SandboxOperation operation : SandboxOperation.values()) {
            if (operation != SandboxOperation.AUTHORIZE
                    && !card.script(operation).equals(SandboxScript.PLAIN)) {
                String before = operation.name().toLowerCase(Locale.ROOT) + ":";
                text.append('.')
                        .append(before)
                        .append(write(card.script(operation)).replace(".", "." + before));
            }
        }
        return text.toString();
    }

    static String write(SandboxScript script) {
        return script.equals(SandboxScript.PLAIN)
                ? ScriptWord.APPROVE.text()
                : script.words().entrySet().stream().map(CardText::write).collect(Collectors.joining("."));
    }

    private static String write(Map.Entry<ScriptWord, String> word) {
        return word.getKey().text() + (word.getValue().isEmpty() ? "" : "_" + word.getValue());
    }

    /** A token without the prefix is plain; one that has it, but a mistake in its script, must not be approved. */
    static SandboxCard read(PaymentToken token) {
        if (!token.value().startsWith(PREFIX)) {
            return SandboxCard.PLAIN;
        }
        try {
            return read(token.value().substring(PREFIX.length()).split("\\.", -1));
        } catch (InvalidInputException mistake) {
            return UNREADABLE;
        }
    }

    private static SandboxCard read(String[] parts) {
        Map<SandboxOperation, SandboxScript> scripts = new EnumMap<>(SandboxOperation.class);
        for (String part : parts) {
            int colon = part.indexOf(':');
            String text = part.substring(colon + 1);
            ScriptWord word = word(text).orElseThrow(() -> new InvalidInputException("script", "has an unknown word"));
            SandboxOperation operation = colon < 0 ? SandboxOperation.AUTHORIZE : operation(part.substring(0, colon));
            SandboxScript script = scripts.getOrDefault(operation, SandboxScript.PLAIN);
            Input.that(word.accepts(argument(text)), "script", "has a malformed argument");
            scripts.put(operation, word == ScriptWord.APPROVE ? script : script.with(word, argument(text)));
        }
        return SandboxCard.of(scripts.getOrDefault(SandboxOperation.AUTHORIZE, SandboxScript.PLAIN))
                .onCapture(scripts.getOrDefault(SandboxOperation.CAPTURE, SandboxScript.PLAIN))
                .onRefund(scripts.getOrDefault(SandboxOperation.REFUND, SandboxScript.PLAIN))
                .onCancel(scripts.getOrDefault(SandboxOperation.CANCEL, SandboxScript.PLAIN));
    }

    private static SandboxOperation operation(String text) {
        return switch (text) {
            case "capture" -> SandboxOperation.CAPTURE;
            case "refund" -> SandboxOperation.REFUND;
            case "cancel" -> SandboxOperation.CANCEL;
            default -> throw new InvalidInputException("script", "names an unknown operation");
        };
    }

    private static Optional<ScriptWord> word(String text) {
        int end = text.indexOf('_');
        return ScriptWord.of(end < 0 ? text : text.substring(0, end));
    }

    private static String argument(String text) {
        int end = text.indexOf('_');
        return end < 0 ? "" : text.substring(end + 1);
    }
}
