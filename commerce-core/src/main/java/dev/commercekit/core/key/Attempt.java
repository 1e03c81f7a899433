package dev.commercekit.core.key;

import dev.commercekit.storage.Write;
import java.util.Collection;
import java.util.List;

/**
 * What a command means to write, given what it has read, and what it answers once that is committed.
 *
 * @param writes the writes, without the claim of the key
 * @param answer the answer
 * @param <A> the type of the answer
 */
public record Attempt<A>(List<Write> writes, A answer) {

    /** Copies the writes. */
    public Attempt {
        writes = List.copyOf(writes);
    }

    /** Returns an answer that needs no write. */
    public static <A> Attempt<A> answer(A answer) {
        return new Attempt<>(List.of(), answer);
    }

    /** Returns an answer that holds once the writes are committed. */
    public static <A> Attempt<A> of(Collection<? extends Write> writes, A answer) {
        return new Attempt<>(List.copyOf(writes), answer);
    }
}
