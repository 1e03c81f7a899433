package dev.commercekit.core.workflow;

import dev.commercekit.Input;
import dev.commercekit.core.read.SeenRows;
import dev.commercekit.core.workflow.progress.Move;
import dev.commercekit.core.workflow.progress.Progress;
import dev.commercekit.core.workflow.progress.Segment;
import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.InDoubtException;
import dev.commercekit.storage.Reading;
import dev.commercekit.storage.Refusal;
import dev.commercekit.storage.StorageException;
import dev.commercekit.storage.table.Row;
import dev.commercekit.workflow.CallResult;
import dev.commercekit.workflow.CallStep;
import dev.commercekit.workflow.WorkflowConflictException;
import dev.commercekit.workflow.WorkflowStatus;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drives one instance on the calling thread: commits, calls, commits, until it ends or rests. Each commit compares and sets
 * the version of the instance's row, so that any number of drivers do no harm to each other.
 */
final class Driver<S> {

    private static final Logger LOG = LoggerFactory.getLogger(Driver.class);

    private final Backing backing;
    private final Signals signals;
    private final Course<S> course;
    private final Instance<S> instance;
    private final String id;

    /** What was read for the first commit, and what is known from the one before; both until a commit is refused. */
    private SeenRows seen = SeenRows.none();

    private SeenRows recalled = SeenRows.none();

    Driver(Backing backing, Course<S> course, String id) {
        this.backing = backing;
        this.signals = new Signals(backing);
        this.course = course;
        this.instance = new Instance<>(backing, course, id);
        this.id = id;
    }

    /** Begins the instance, or goes on with it if there is one of this id already. */
    Run<S> begin(S initial, SeenRows read) {
        seen = read;
        return drive(Progress.fresh(id, course.first().name(), initial));
    }

    /** Takes the instance over if it is due; otherwise returns it as it stands. */
    Optional<Run<S>> takeOver() {
        if (!backing.calls()) {
            return find();
        }
        Reading reading = instance.read();
        return instance.own(reading).map(row -> drive(instance.claim(reading)));
    }

    /** Returns the instance as it stands. */
    Optional<Run<S>> find() {
        return instance.own(instance.read()).map(row -> Run.of(Progress.of(row, course.workflow())));
    }

    private Run<S> drive(Progress<S> start) {
        Progress<S> at = start;
        while (at.held()) {
            try {
                at = advance(at);
            } catch (StorageException | InDoubtException storage) {
                throw storage;
            } catch (Exception | LinkageError | StackOverflowError | AssertionError failure) {
                if (instance.failed(at, failure)) {
                    throw failure;
                }
                at = instance.load();
            }
        }
        return Run.of(at);
    }

    private Progress<S> advance(Progress<S> at) {
        return at.stored() && course.step(at.step()) instanceof CallStep<S> call ? call(at, call) : settle(at, null);
    }

    private Progress<S> call(Progress<S> at, CallStep<S> step) {
        List<Row> waiting = at.signals() == 0 ? List.of() : signals.waiting(id);
        if (at.due() != null && backing.mayHavePassed(at.due())) {
            return at.held(false);
        }
        PendingCall call = new PendingCall(backing, at, waiting, step.reads().apply(at.state()));
        CallResult<S> result;
        try {
            result = answer(step, at, call);
        } catch (PendingCall.Overtaken overtaken) {
            return instance.claim(overtaken.own());
        }
        return settleAnswer(at, new Answer<>(step, result, waiting));
    }

    /** Settles a call's answer. The steps behind it may fail only because others have gone on; then the answer is kept too. */
    private Progress<S> settleAnswer(Progress<S> at, Answer<S> answer) {
        try {
            return settle(at, answer);
        } catch (StorageException | InDoubtException storage) {
            throw storage;
        } catch (Exception | LinkageError | StackOverflowError | AssertionError failure) {
            Progress<S> now = instance.load();
            if (now.standsWhere(at)) {
                throw failure;
            }
            return overtaken(at, now, answer);
        }
    }

    private CallResult<S> answer(CallStep<S> step, Progress<S> at, PendingCall call) {
        try {
            return Input.required(step.body().call(at.state(), call), "result");
        } catch (PendingCall.Overtaken overtaken) {
            throw overtaken;
        } catch (Exception | LinkageError | StackOverflowError | AssertionError thrown) {
            LOG.debug("call {} threw", call, thrown);
            return new CallResult.Unknown<>(thrown.getClass().getName());
        }
    }

    /**
     * Commits what follows: from a call's answer, or from the local step at which the instance stands. If that is refused,
     * the steps run again from what is committed then.
     */
    private Progress<S> settle(Progress<S> from, @Nullable Answer<S> answer) {
        Progress<S> at = from;
        List<Row> waiting = answer == null ? waiting(at) : answer.seen();
        for (int i = 0; i < backing.options().tries(); i++) {
            StepRows rows = new StepRows(backing, id, seen, recalled);
            seen = SeenRows.none();
            recalled = SeenRows.none();
            Fusion<S> fusion = new Fusion<>(backing, course, rows);
            Segment<S> segment = answer == null ? fusion.from(at) : answer.segment(at, course, fusion, backing);
            List<Row> consumed = consumed(segment.move(), waiting, answer);
            if (answer != null && at.signals() > consumed.size() && answer.result() instanceof CallResult.Waiting) {
                segment = segment.with(segment.move().dueNow());
            }
            if (answer == null || !answer.mayBeLost(at, segment.move(), backing)) {
                segment = segment.strict();
            }
            if (!backing.calls()) {
                segment = segment.with(segment.move().left());
            }
            CommitResult result =
                    backing.commits().commit(segment.set(backing.newSet(), at, course.workflow(), consumed));
            if (result instanceof CommitResult.Committed committed) {
                recalled = rows.seen();
                recalled.committed(segment.writes(committed.branch()), committed.at());
                return segment.committed(committed.branch(), at, consumed.size(), committed.at());
            } else if (result instanceof CommitResult.Joined joined) {
                return segment.committed(joined.branch(), at, consumed.size(), joined.at());
            } else if (at.stored()) {
                Progress<S> now = instance.load();
                if (!now.standsWhere(at) || now.status() == WorkflowStatus.PARKED && !definite(answer)) {
                    return overtaken(at, now, answer);
                }
                if (answer != null && !answer.consumes() && now.version() != at.version()) {
                    // It brought no answer, and whoever changed the row has made it due.
                    return now;
                }
                at = now;
                waiting = waiting(at);
            } else if (result instanceof CommitResult.Refused refused
                    && refused.has(segment.position(), Refusal.Reason.EXISTS)
                    && !segment.move().ends()) {
                return instance.claim(instance.read());
            }
        }
        throw new WorkflowConflictException(id, backing.options().tries());
    }

    private List<Row> waiting(Progress<S> at) {
        return at.signals() == 0 ? List.of() : signals.waiting(id);
    }

    private List<Row> consumed(Move<S> move, List<Row> waiting, @Nullable Answer<S> answer) {
        if (waiting.isEmpty() || !move.ends() && (answer == null || !answer.consumes())) {
            return List.of();
        }
        List<Row> seen = answer == null ? List.of() : answer.seen();
        return waiting.stream()
                .filter(signal -> seen.stream().anyMatch(row -> row.key().equals(signal.key()))
                        || move.ends() && !signal.get(Signals.NAME).equals(Signals.OUTCOME))
                .toList();
    }

    private static boolean definite(@Nullable Answer<?> answer) {
        return answer != null && answer.definite();
    }

    /** Others went on from where this driver stood; an answer that it brings is kept for the instance and for operators. */
    private Progress<S> overtaken(Progress<S> at, Progress<S> now, @Nullable Answer<S> answer) {
        if (answer == null || !answer.definite()) {
            return now;
        }
        LOG.warn("workflow {} went on from step {} before its answer came; the answer is kept", id, at.step());
        signals.keep(id, answer.kept(at, course.workflow()));
        return instance.load();
    }
}
