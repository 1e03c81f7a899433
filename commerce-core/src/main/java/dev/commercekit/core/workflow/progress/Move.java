package dev.commercekit.core.workflow.progress;

import dev.commercekit.Input;
import dev.commercekit.storage.Values;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.table.Column;
import dev.commercekit.workflow.CallStep;
import dev.commercekit.workflow.Workflow;
import dev.commercekit.workflow.WorkflowStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where an instance will stand after the next commit. Its times are durations, since only the storage knows the time then.
 *
 * @param dueIn when it goes on, or null if it does not
 * @param held whether the driver goes on at once and the due time is its lease
 * @param sendFor for how long from the commit the call's key may be sent, if that begins with it
 * @param sendUntil until when it may be sent, if that began earlier
 */
public record Move<S>(
        WorkflowStatus status,
        boolean undoing,
        String step,
        long tryNumber,
        long attempt,
        S state,
        DoneSteps done,
        @Nullable Duration dueIn,
        boolean held,
        @Nullable Duration sendFor,
        @Nullable Instant sendUntil,
        @Nullable String error) {

    private static final int ERROR_LENGTH = 200;

    /** Stands at a call that this driver makes next, under the key it had before if the workflow was there before. */
    public static <S> Move<S> toCall(CallStep<S> call, boolean undoing, S state, DoneSteps done, Duration margin) {
        DoneSteps.Entry before = done.find(call.name());
        return new Move<>(
                direction(undoing),
                undoing,
                call.name(),
                before == null ? 1 : before.tryNumber(),
                before == null ? 0 : 1,
                state,
                done,
                call.timeout().plus(margin),
                true,
                before == null ? call.sendWindow() : null,
                before == null ? null : before.sendUntil(),
                null);
    }

    /** Stands at the same call under the key of the next try. */
    public static <S> Move<S> toNextTry(Progress<S> from, CallStep<S> call, S state, String reason, Duration margin) {
        return new Move<>(
                direction(from.undoing()),
                from.undoing(),
                call.name(),
                from.tryNumber() + 1,
                0,
                state,
                from.done(),
                call.timeout().plus(margin),
                true,
                call.sendWindow(),
                null,
                clipped(reason));
    }

    /** Stands at the same call, which this driver takes over from another or from before. */
    public static <S> Move<S> takeOver(Progress<S> from, CallStep<S> call, Duration margin) {
        return new Move<>(
                from.status(),
                from.undoing(),
                call.name(),
                from.tryNumber(),
                from.attempt() + 1,
                from.state(),
                from.done(),
                call.timeout().plus(margin),
                true,
                from.sendUntil() == null ? call.sendWindow() : null,
                from.sendUntil(),
                from.error());
    }

    /** Stands at the given step until a time has passed or a signal comes; or goes on from it at once, if held. */
    public static <S> Move<S> pause(
            boolean undoing, String step, S state, DoneSteps done, Duration dueIn, boolean held) {
        return new Move<>(direction(undoing), undoing, step, 1, 0, state, done, dueIn, held, null, null, null);
    }

    /** Stands where it stands, with another state, until a time has passed or a signal comes. */
    public static <S> Move<S> stay(Progress<S> from, S state, long attempt, Duration dueIn) {
        return new Move<>(
                direction(from.undoing()),
                from.undoing(),
                from.step(),
                from.tryNumber(),
                attempt,
                state,
                from.done(),
                dueIn,
                false,
                null,
                from.sendUntil(),
                from.error());
    }

    /** Ends. */
    public static <S> Move<S> end(boolean undoing, String step, S state, DoneSteps done) {
        WorkflowStatus status = undoing ? WorkflowStatus.UNDONE : WorkflowStatus.FINISHED;
        return new Move<>(status, undoing, step, 1, 0, state, done, null, false, null, null, null);
    }

    /** Stands at the given step for an operator. */
    public static <S> Move<S> park(boolean undoing, String step, S state, DoneSteps done, String reason) {
        return new Move<>(
                WorkflowStatus.PARKED, undoing, step, 1, 0, state, done, null, false, null, null, clipped(reason));
    }

    /** Stands where it stands for an operator; what is called next has the given try, which begins anew if it is another. */
    public static <S> Move<S> park(Progress<S> from, S state, long tryNumber, String reason) {
        boolean anew = tryNumber != from.tryNumber();
        return new Move<>(
                WorkflowStatus.PARKED,
                from.undoing(),
                from.step(),
                tryNumber,
                anew ? 0 : from.attempt(),
                state,
                from.done(),
                null,
                false,
                null,
                anew ? null : from.sendUntil(),
                clipped(reason));
    }

    public boolean ends() {
        return !status.open();
    }

    public Move<S> dueNow() {
        return with(Duration.ZERO, error);
    }

    /** Returns the same move, after which another driver goes on at once; the time to send a key begins with that one. */
    public Move<S> left() {
        return held
                ? new Move<>(
                        status,
                        undoing,
                        step,
                        tryNumber,
                        attempt,
                        state,
                        done,
                        Duration.ZERO,
                        false,
                        null,
                        sendUntil,
                        error)
                : this;
    }

    /** Returns the same move that remembers why it is made. */
    public Move<S> because(@Nullable String reason) {
        return with(dueIn, reason == null ? null : clipped(reason));
    }

    private Move<S> with(@Nullable Duration due, @Nullable String why) {
        return new Move<>(status, undoing, step, tryNumber, attempt, state, done, due, held, sendFor, sendUntil, why);
    }

    /** Returns the write by which an instance is tried again later, whatever its state. */
    public static Write failed(String id, long version, long attempt, Duration dueIn, String error) {
        return Write.update(
                Progress.key(id),
                version,
                row -> row.set(Progress.ATTEMPT, attempt)
                        .setToNow(Progress.DUE, dueIn)
                        .setToNow(Progress.CHANGED, Duration.ZERO)
                        .set(Progress.ERROR, clipped(error)));
    }

    /** Returns the write of the instance's own row. */
    public Write write(Progress<S> from, Workflow<S> workflow, int consumed) {
        if (from.stored()) {
            return Write.update(Progress.key(from.id()), from.version(), row -> fill(row, from, workflow, consumed));
        }
        return Write.insert(Progress.key(from.id()), row -> {
            fill(row, from, workflow, consumed);
            row.set(Progress.NAME, workflow.name()).setToNow(Progress.CREATED, Duration.ZERO);
        });
    }

    /** Returns where the instance stands once this is committed. */
    public Progress<S> committed(Progress<S> from, int consumed, boolean stored, Instant at) {
        return new Progress<>(
                from.id(),
                stored ? from.version() + 1 : 0,
                status,
                undoing,
                step,
                tryNumber,
                attempt,
                state,
                done,
                dueIn == null ? null : at.plus(dueIn).truncatedTo(ChronoUnit.MICROS),
                held,
                sendFor == null ? sendUntil : at.plus(sendFor).truncatedTo(ChronoUnit.MICROS),
                from.signals() - consumed,
                error);
    }

    private void fill(Values.Setter row, Progress<S> from, Workflow<S> workflow, int consumed) {
        row.set(Progress.STATE_VERSION, (long) workflow.version())
                .set(Progress.STATUS, status.name())
                .set(Progress.UNDOING, undoing ? 1L : 0L)
                .set(Progress.STEP, step)
                .set(Progress.TRY, tryNumber)
                .set(Progress.ATTEMPT, attempt)
                .set(Progress.STATE, workflow.encode(state))
                .set(Progress.DONE, done.text())
                .set(Progress.SIGNALS, from.signals() - consumed)
                .setToNow(Progress.CHANGED, Duration.ZERO);
        time(row, Progress.DUE, dueIn);
        time(row, Progress.ENDED, ends() ? Duration.ZERO : null);
        time(row, Progress.PARKED, status == WorkflowStatus.PARKED ? Duration.ZERO : null);
        if (sendFor == null && sendUntil != null) {
            row.set(Progress.SEND_UNTIL, sendUntil);
        } else {
            time(row, Progress.SEND_UNTIL, sendFor);
        }
        if (error == null) {
            row.empty(Progress.ERROR);
        } else {
            row.set(Progress.ERROR, error);
        }
    }

    private static void time(Values.Setter row, Column<Instant> column, @Nullable Duration in) {
        if (in == null) {
            row.empty(column);
        } else {
            row.setToNow(column, in);
        }
    }

    private static WorkflowStatus direction(boolean undoing) {
        return undoing ? WorkflowStatus.UNDOING : WorkflowStatus.RUNNING;
    }

    private static String clipped(String reason) {
        return Input.excerpt(reason, "reason", ERROR_LENGTH);
    }
}
