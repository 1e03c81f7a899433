package dev.commercekit.core.workflow;

import dev.commercekit.core.workflow.progress.Move;
import dev.commercekit.core.workflow.progress.Progress;
import dev.commercekit.core.workflow.progress.Segment;
import dev.commercekit.storage.table.Row;
import dev.commercekit.workflow.CallResult;
import dev.commercekit.workflow.CallStep;
import dev.commercekit.workflow.Signal;
import dev.commercekit.workflow.Workflow;
import java.time.Duration;
import java.util.List;

/**
 * What a call yielded, and what follows from it.
 *
 * @param seen the signals that the call was given
 */
record Answer<S>(CallStep<S> call, CallResult<S> result, List<Row> seen) {

    /** For so long the key of a call must still be good if its answer may be lost, so that it is certainly told again. */
    private static final Duration REPEATABLE = Duration.ofHours(1);

    /** Returns whether the other side said something final, which must not be lost. */
    boolean definite() {
        return result instanceof CallResult.Done
                || result instanceof CallResult.Rejected
                || result instanceof CallResult.TryAnew
                || result instanceof CallResult.Refused;
    }

    /** Returns whether the signals that the call was given have had their effect. */
    boolean consumes() {
        return definite() || result instanceof CallResult.Waiting;
    }

    /** Returns what is to be committed for an instance that stands at the call. */
    Segment<S> segment(Progress<S> at, Course<S> course, Fusion<S> fusion, Backing backing) {
        if (result instanceof CallResult.Done<S> done) {
            return at.undoing()
                    ? fusion.back(call.name(), done.state(), at.done().withoutLast(), at.error())
                    : fusion.forward(
                            course.after(call.name()),
                            call.name(),
                            done.state(),
                            at.done().withCall(call.name(), at.tryNumber(), at.sendUntil()));
        }
        if (result instanceof CallResult.Rejected<S> rejected && !at.undoing()) {
            return fusion.back(call.name(), rejected.state(), at.done(), rejected.reason());
        }
        return Segment.of(move(at, backing));
    }

    /**
     * Returns whether a crash of the storage may take the answer's commit back, as far as the engine can tell: then the instance
     * stands at the call again, whose key brings the same answer. Where a signal is there something else was asked for.
     */
    boolean mayBeLost(Progress<S> at, Move<S> move, Backing backing) {
        return result instanceof CallResult.Done
                && move.ends()
                && !at.undoing()
                && at.signals() == 0
                && seen.isEmpty()
                && at.sendUntil() != null
                && !backing.mayHavePassed(at.sendUntil().minus(REPEATABLE));
    }

    private Move<S> move(Progress<S> at, Backing backing) {
        if (result instanceof CallResult.Rejected<S> rejected) {
            return Move.park(at, rejected.state(), at.tryNumber() + 1, rejected.reason());
        } else if (result instanceof CallResult.Refused<S> refused) {
            return Move.park(at, refused.state(), at.tryNumber() + 1, refused.reason());
        } else if (result instanceof CallResult.TryAnew<S> anew) {
            return Move.toNextTry(at, call, anew.state(), anew.reason(), backing.margin());
        } else if (result instanceof CallResult.Waiting<S> waiting) {
            return Move.stay(at, waiting.state(), at.attempt(), waiting.atMost());
        } else if (result instanceof CallResult.Stuck<S> stuck) {
            return Move.park(at, at.state(), at.tryNumber(), stuck.reason());
        }
        String reason = result instanceof CallResult.Unknown<S> unknown ? unknown.reason() : "no answer";
        return Move.stay(at, at.state(), at.attempt(), backing.backoff(at.attempt()))
                .because(reason);
    }

    /** Returns the answer as a signal, in which it is kept when the instance has gone on without it. */
    Signal kept(Progress<S> at, Workflow<S> workflow) {
        String kind = "REJECTED";
        S state = at.state();
        if (result instanceof CallResult.Done<S> done) {
            kind = "DONE";
            state = done.state();
        } else if (result instanceof CallResult.TryAnew<S> anew) {
            kind = "TRY_ANEW";
            state = anew.state();
        } else if (result instanceof CallResult.Rejected<S> rejected) {
            state = rejected.state();
        } else if (result instanceof CallResult.Refused<S> refused) {
            kind = "REFUSED";
            state = refused.state();
        }
        String payload = "{\"result\":\"" + kind + "\",\"state\":" + workflow.encode(state) + "}";
        return new Signal(Signals.OUTCOME + "/" + call.name() + "/" + at.tryNumber(), Signals.OUTCOME, payload);
    }
}
