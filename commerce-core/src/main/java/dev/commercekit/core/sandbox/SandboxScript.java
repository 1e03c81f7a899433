package dev.commercekit.core.sandbox;

import dev.commercekit.Input;
import dev.commercekit.payment.DeclineReason;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the sandbox does with the requests of one operation: how it decides, when, and what goes wrong on the way. Every count
 * and time is counted for each key anew, so that one card behaves the same in every order. Immutable; its text travels in a
 * token, see {@link SandboxCard#token()}.
 */
public final class SandboxScript {

    static final SandboxScript PLAIN = new SandboxScript(Map.of());

    private final EnumMap<ScriptWord, String> words = new EnumMap<>(ScriptWord.class);

    private SandboxScript(Map<ScriptWord, String> words) {
        this.words.putAll(words);
    }

    /** Approves at once. */
    public static SandboxScript approves() {
        return PLAIN;
    }

    /** Declines for the given reason; with {@link #late()} or {@link #afterAction()} only then. */
    public static SandboxScript declines(DeclineReason reason) {
        return PLAIN.with(ScriptWord.DECLINE, ScriptWord.write(Input.required(reason, "reason")));
    }

    /** Waits for the buyer first, for as long as it takes; for authorizations only. */
    public SandboxScript afterAction() {
        return with(ScriptWord.ACTION, "");
    }

    /** Waits for the buyer first; after the given time the payment is declined. For authorizations only. */
    public SandboxScript afterAction(Duration expiresAfter) {
        return with(ScriptWord.ACTION, ScriptWord.write(expiresAfter));
    }

    /** Leaves the request in flight, its key answering unknown, until it is released at the gateway. */
    public SandboxScript late() {
        return with(ScriptWord.LATE, "");
    }

    /** Leaves the request in flight, its key answering unknown, until the time has passed or it is released at the gateway. */
    public SandboxScript late(Duration after) {
        return with(ScriptWord.LATE, ScriptWord.write(after));
    }

    /**
     * Accepts a cancel of an authorization that is in flight or waits for its buyer, and carries the authorization out
     * nonetheless when its time comes, when it is released or when the buyer completes the action.
     */
    public SandboxScript ignoringCancel() {
        return with(ScriptWord.IGNORE_CANCEL, "");
    }

    /** Decides and carries out as the script says, but stores a server error as its answer: the key is unknown for ever. */
    public SandboxScript answeringServerError() {
        return with(ScriptWord.ERROR, "");
    }

    /** Keeps {@link SandboxGateway#find} from seeing a request that is in flight or whose answer is a server error. */
    public SandboxScript hidden() {
        return with(ScriptWord.HIDDEN, "");
    }

    /** Loses the first so many requests: unknown, without effect. */
    public SandboxScript losingRequest(int times) {
        return with(ScriptWord.LOSE_REQUEST, Integer.toString(times));
    }

    /** Loses the first so many replies: unknown, with effect. */
    public SandboxScript losingReply(int times) {
        return with(ScriptWord.LOSE_REPLY, Integer.toString(times));
    }

    /** Throws where a request or a reply is lost, instead of answering unknown. */
    public SandboxScript throwing() {
        return with(ScriptWord.THROW, "");
    }

    /** Loses every request within the given time of the first one with the same key. */
    public SandboxScript downFor(Duration time) {
        return with(ScriptWord.DOWN, ScriptWord.write(time));
    }

    /**
     * Forgets the key when the given time has passed since its first use, if that is sooner than the replay window: the
     * gateway breaks its promise, and the same key is carried out again.
     */
    public SandboxScript forgettingAfter(Duration time) {
        return with(ScriptWord.FORGET, ScriptWord.write(time));
    }

    SandboxScript with(ScriptWord word, String argument) {
        Input.that(word.accepts(argument), "script", word.text() + " has a malformed argument");
        SandboxScript copy = new SandboxScript(words);
        copy.words.put(word, argument);
        return copy;
    }

    boolean has(ScriptWord word) {
        return words.containsKey(word);
    }

    int count(ScriptWord word) {
        String text = words.get(word);
        return text == null ? 0 : Integer.parseInt(text);
    }

    Optional<Duration> time(ScriptWord word) {
        return Optional.ofNullable(words.get(word))
                .filter(text -> !text.isEmpty())
                .map(ScriptWord::time);
    }

    Optional<DeclineReason> decline() {
        return Optional.ofNullable(words.get(ScriptWord.DECLINE))
                .map(text -> DeclineReason.valueOf(text.toUpperCase(java.util.Locale.ROOT)));
    }

    Map<ScriptWord, String> words() {
        return words;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SandboxScript that && words.equals(that.words);
    }

    @Override
    public int hashCode() {
        return words.hashCode();
    }

    /** Returns the script's words. */
    @Override
    public String toString() {
        return CardText.write(this);
    }
}
