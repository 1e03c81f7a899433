package dev.commercekit.workflow;

/**
 * Writes a workflow's state as a JSON document and reads it back. Thread-safe.
 *
 * @param <S> the state, an immutable value
 */
public interface StateCodec<S> {

    /** Returns the state as a JSON document. */
    String encode(S state);

    /** Returns the state that the document holds. */
    S decode(String document);
}
