package dev.commercekit.workflow;

import java.util.Optional;

/**
 * One step of a workflow: a pure local one, or a call to the outside.
 *
 * @param <S> the state
 */
public sealed interface Step<S> permits LocalStep, CallStep {

    /** Returns the name, 1 to 40 characters, unique in its workflow; it is stored and part of keys. */
    String name();

    /** Returns the step that undoes this one, if it can be undone; it runs when a later step asks to undo. */
    Optional<Step<S>> undo();
}
