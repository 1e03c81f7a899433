package dev.commercekit.workflow;

import dev.commercekit.Input;
import dev.commercekit.storage.table.RowKey;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A step with one external effect. Before the call is made the first time, the workflow stands durably at this step; after it
 * the answer is committed together with the local steps that follow. No connection and no lock is held during the call. The
 * call is made again, with the same key, until its answer is definite.
 *
 * @param name the name
 * @param timeout how long one call may take; while it lasts no other instance takes the workflow over
 * @param sendWindow for how long after the first call the same key may be sent again; later the call is only {@link
 *     Call#mayBeSent() looked up}
 * @param reads which rows the call may look at
 * @param body what it does
 * @param undo the step that undoes it, if any
 * @param <S> the state
 */
public record CallStep<S>(
        String name,
        Duration timeout,
        Duration sendWindow,
        Function<S, ? extends Collection<RowKey>> reads,
        Body<S> body,
        Optional<Step<S>> undo)
        implements Step<S> {

    /** The send window of a call that may be sent again at any time. */
    public static final Duration ALWAYS = Duration.ofDays(3_650);

    /** Checks the name and the times. */
    public CallStep {
        Input.identifier(name, "step", 40);
        Input.that(timeout.toMillis() > 0, "timeout", "must be at least a millisecond");
        Input.that(sendWindow.toMillis() > 0, "sendWindow", "must be at least a millisecond");
        Input.required(reads, "reads");
        Input.required(body, "body");
        Input.required(undo, "undo");
    }

    /** Returns a call that takes at most the given time and may be sent again at any time. */
    public static <S> CallStep<S> of(String name, Duration timeout, Body<S> body) {
        return new CallStep<>(name, timeout, ALWAYS, state -> List.of(), body, Optional.empty());
    }

    /** Returns the same step whose key may be sent only for so long after its first call. */
    public CallStep<S> sentWithin(Duration window) {
        return new CallStep<>(name, timeout, window, reads, body, undo);
    }

    /** Returns the same step that may look at the given rows, which are read when it first looks at one of them. */
    public CallStep<S> reading(Function<S, ? extends Collection<RowKey>> rows) {
        return new CallStep<>(name, timeout, sendWindow, rows, body, undo);
    }

    /** Returns the same step with an undo. */
    public CallStep<S> undoneBy(Step<S> step) {
        return new CallStep<>(name, timeout, sendWindow, reads, body, Optional.of(step));
    }

    /**
     * What a call step does.
     *
     * @param <S> the state
     */
    @FunctionalInterface
    public interface Body<S> {

        /** Makes the call, or looks up its answer; an exception counts as {@link CallResult.Unknown}. */
        CallResult<S> call(S state, Call call);
    }
}
