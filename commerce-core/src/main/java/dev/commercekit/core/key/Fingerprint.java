package dev.commercekit.core.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Tells one request from another: a digest over named fields. The encoding is unambiguous, for each name and each text goes in
 * with its length. Whoever changes the list of fields of a command takes the next version, since stored fingerprints of the
 * version before stay. Not thread-safe; used once.
 */
public final class Fingerprint {

    private static final int BYTES = 16;
    private static final HexFormat HEX = HexFormat.of();
    private static final MessageDigest SHA_256 = lookedUp();

    private final int version;
    private final StringBuilder fields = new StringBuilder(512);

    private Fingerprint(int version) {
        this.version = version;
    }

    /** Starts a fingerprint over the first version of a command's list of fields. */
    public static Fingerprint v1() {
        return new Fingerprint(1);
    }

    /** Adds a text. */
    public Fingerprint field(String name, String value) {
        return name(name).text(value);
    }

    /** Adds a number. */
    public Fingerprint field(String name, long value) {
        return name(name).mark("#" + value + ";");
    }

    /** Adds a text that may be absent, which differs from an empty one. */
    public Fingerprint field(String name, Optional<String> value) {
        return value.isPresent() ? field(name, value.get()) : name(name).mark("-");
    }

    /** Adds texts in their order. */
    public Fingerprint field(String name, Collection<String> values) {
        name(name).mark("[" + values.size() + "]");
        values.forEach(this::text);
        return this;
    }

    /** Returns the version and 128 bits of the digest, such as {@code v1:9f86d081884c7d659a2feaa0c55ad015}. */
    public String text() {
        byte[] digest = sha256().digest(fields.toString().getBytes(StandardCharsets.UTF_8));
        return "v" + version + ":" + HEX.formatHex(digest, 0, BYTES);
    }

    private Fingerprint name(String name) {
        return text(name);
    }

    private Fingerprint mark(String mark) {
        fields.append(mark);
        return this;
    }

    private Fingerprint text(String text) {
        fields.append(text.length()).append(':').append(text);
        return this;
    }

    /** To look up an algorithm takes longer than to use it. */
    private static MessageDigest sha256() {
        try {
            return (MessageDigest) SHA_256.clone();
        } catch (CloneNotSupportedException other) {
            return lookedUp();
        }
    }

    private static MessageDigest lookedUp() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }
}
