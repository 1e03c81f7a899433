package dev.commercekit.workflow;

import dev.commercekit.Input;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.transaction.Durability;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What a local step decided: where to go, the state then, and what to write with it. Immutable.
 *
 * @param next where the workflow goes
 * @param state the state then
 * @param writes what is written in the same commit
 * @param fallbacks what to do instead when given writes are refused
 * @param durability how well the commit must be kept, see {@link #durability(Durability)}
 * @param <S> the state
 */
public record Transition<S>(
        Next next, S state, List<Write> writes, List<Fallback<S>> fallbacks, Durability durability) {

    /** Copies the lists. */
    public Transition {
        Input.required(next, "next");
        Input.required(state, "state");
        Input.required(durability, "durability");
        writes = List.copyOf(writes);
        fallbacks = List.copyOf(fallbacks);
    }

    /** Goes on with the step that follows; after the last one the workflow ends. */
    public static <S> Transition<S> next(S state) {
        return of(new Next.Following(), state);
    }

    /** Goes on with the named step. */
    public static <S> Transition<S> jump(String step, S state) {
        return of(new Next.Jump(step), state);
    }

    /** Ends the workflow. */
    public static <S> Transition<S> end(S state) {
        return of(new Next.End(), state);
    }

    /** Undoes the steps that were done, the last one first, and ends the workflow then. */
    public static <S> Transition<S> undo(S state) {
        return of(new Next.Undo(), state);
    }

    /** Runs this step again after a while, or as soon as a signal comes. */
    public static <S> Transition<S> await(Duration atMost, S state) {
        return of(new Next.Await(atMost), state);
    }

    /** Stops and shows the workflow to an operator. */
    public static <S> Transition<S> park(String reason, S state) {
        return of(new Next.Park(reason), state);
    }

    private static <S> Transition<S> of(Next next, S state) {
        return new Transition<>(next, state, List.of(), List.of(), Durability.STRICT);
    }

    /**
     * Returns the same transition whose commit is kept so well. A relaxed one says that a crash of the storage may take the commit
     * back, because whoever finds the workflow at the call before it gets the same answer again under the same key, and comes here
     * again. The engine follows that only for a commit that settles the {@link CallResult.Done} answer of a call and ends the workflow,
     * while no signal is there and the key may be sent for long enough; any other is strict.
     */
    public Transition<S> durability(Durability other) {
        return new Transition<>(next, state, writes, fallbacks, other);
    }

    /** Returns the same transition with more writes. */
    public Transition<S> write(Write... more) {
        return write(List.of(more));
    }

    /** Returns the same transition with more writes. */
    public Transition<S> write(Collection<? extends Write> more) {
        List<Write> all = new ArrayList<>(writes);
        all.addAll(more);
        return new Transition<>(next, state, all, fallbacks, durability);
    }

    /**
     * Returns the same transition with a fallback: if of all writes of the commit only some of {@code answered} are refused,
     * then {@code instead} is written and the workflow ends there, with the given state. A workflow that had not begun leaves
     * no trace of its own.
     */
    public Transition<S> orElse(Collection<? extends Write> answered, Collection<? extends Write> instead, S endState) {
        List<Fallback<S>> more = new ArrayList<>(fallbacks);
        more.add(new Fallback<>(List.copyOf(answered), List.copyOf(instead), endState));
        return new Transition<>(next, state, writes, more, durability);
    }

    /**
     * What to do instead when some writes are refused.
     *
     * @param answered the writes of the transition whose refusal this answers
     * @param instead what is written instead of all writes of the commit
     * @param endState the state in which the workflow ends then
     * @param <S> the state
     */
    public record Fallback<S>(List<Write> answered, List<Write> instead, S endState) {}

    /** Where a workflow goes. Complete: there will be no further case. */
    public sealed interface Next {

        /** To the step that follows. */
        record Following() implements Next {}

        /**
         * To a named step.
         *
         * @param step its name
         */
        record Jump(String step) implements Next {

            /** Checks the step's name. */
            public Jump {
                Input.identifier(step, "step", 40);
            }
        }

        /** To the end. */
        record End() implements Next {}

        /** Back over the steps that were done. */
        record Undo() implements Next {}

        /**
         * Nowhere yet.
         *
         * @param atMost how long to wait for a signal
         */
        record Await(Duration atMost) implements Next {

            /** Refuses null. */
            public Await {
                Input.required(atMost, "atMost");
            }
        }

        /**
         * To an operator.
         *
         * @param reason why
         */
        record Park(String reason) implements Next {

            /** Refuses null. */
            public Park {
                Input.required(reason, "reason");
            }
        }
    }
}
