package dev.commercekit.workflow;

import dev.commercekit.Input;
import dev.commercekit.storage.table.RowKey;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A step without an effect of its own: a function from the state and the rows that it declares to read, to the next state and
 * writes. It may run many times, so it must be pure: ids and the time come from its {@link StepContext}. The engine fuses
 * neighbouring local steps and its own progress into one write set; if that is refused, the steps run again from what is then
 * committed. Steps that are fused must not write the same row.
 *
 * @param name the name
 * @param reads which rows the step reads
 * @param body what it does
 * @param recalls whether it takes rows as they were before the call that has just come back, see {@link #recalling()}
 * @param undo the step that undoes it, if any
 * @param <S> the state
 */
public record LocalStep<S>(
        String name,
        Function<S, ? extends Collection<RowKey>> reads,
        Body<S> body,
        boolean recalls,
        Optional<Step<S>> undo)
        implements Step<S> {

    /** Checks the name. */
    public LocalStep {
        Input.identifier(name, "step", 40);
        Input.required(reads, "reads");
        Input.required(body, "body");
        Input.required(undo, "undo");
    }

    /** Returns a step that reads the given rows. */
    public static <S> LocalStep<S> of(String name, Function<S, ? extends Collection<RowKey>> reads, Body<S> body) {
        return new LocalStep<>(name, reads, body, false, Optional.empty());
    }

    /** Returns a step that reads no rows. */
    public static <S> LocalStep<S> of(String name, Body<S> body) {
        return of(name, state -> List.of(), body);
    }

    /**
     * Returns the same step that need not read what whoever drives the workflow has seen or written in the commit before: it takes
     * these rows as they stood then, before the call that has just come back. Only for a step that writes or {@link
     * dev.commercekit.storage.Write.Require requires} each row by which it decides, at the version that it sees: if one has
     * changed, the commit is refused, and the step runs again with rows that are read then.
     */
    public LocalStep<S> recalling() {
        return new LocalStep<>(name, reads, body, true, undo);
    }

    /** Returns the same step with an undo. */
    public LocalStep<S> undoneBy(Step<S> step) {
        return new LocalStep<>(name, reads, body, recalls, Optional.of(step));
    }

    /**
     * What a local step does.
     *
     * @param <S> the state
     */
    @FunctionalInterface
    public interface Body<S> {

        /** Returns what comes next; pure. */
        Transition<S> apply(S state, StepContext context);
    }
}
