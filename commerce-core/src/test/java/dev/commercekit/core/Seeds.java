package dev.commercekit.core;

import java.util.stream.LongStream;

/**
 * Which seeds a test runs. {@code -Dcommercekit.seeds=N} runs so many instead of its usual number, {@code -Dcommercekit.from=S}
 * begins at another than the first, {@code -Dcommercekit.seed=S} runs that one alone.
 *
 * @param from the first
 * @param count how many
 */
public record Seeds(long from, long count) {

    /** Returns so many from 1 on, unless the options say otherwise. */
    public static Seeds usually(long count) {
        Long one = Long.getLong("commercekit.seed");
        return one == null
                ? new Seeds(Long.getLong("commercekit.from", 1), Long.getLong("commercekit.seeds", count))
                : new Seeds(one, 1);
    }

    /** Returns the option that runs one seed alone. */
    public static String option(long seed) {
        return "-Dcommercekit.seed=" + seed;
    }

    /** Returns them in their order. */
    public LongStream stream() {
        return LongStream.range(from, from + count);
    }
}
