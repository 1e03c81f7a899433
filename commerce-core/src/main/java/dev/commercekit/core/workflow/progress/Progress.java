package dev.commercekit.core.workflow.progress;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.storage.table.Column;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.table.Table;
import dev.commercekit.workflow.UnreadableWorkflowException;
import dev.commercekit.workflow.Workflow;
import dev.commercekit.workflow.WorkflowStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where an instance stands, as committed. The row's version is the epoch: whoever goes on from here compares and sets it.
 *
 * @param version the row's version, or 0 while there is no row
 * @param undoing whether it goes back, which a parked one remembers
 * @param tryNumber the last part of the call's key
 * @param attempt how often this step was begun before with the same key
 * @param due when it goes on: a timer, or the end of the lease of whoever makes the call
 * @param held whether this driver itself committed it just now, and so has the lease
 * @param signals how many signals wait
 */
public record Progress<S>(
        String id,
        long version,
        WorkflowStatus status,
        boolean undoing,
        String step,
        long tryNumber,
        long attempt,
        S state,
        DoneSteps done,
        @Nullable Instant due,
        boolean held,
        @Nullable Instant sendUntil,
        long signals,
        @Nullable String error) {

    public static final Column<String> ID = Column.text("id");
    public static final Column<String> NAME = Column.text("name");
    public static final Column<Long> STATE_VERSION = Column.number("state_version");
    public static final Column<String> STATUS = Column.text("status");
    public static final Column<Long> UNDOING = Column.number("undoing");
    public static final Column<String> STEP = Column.text("step");
    public static final Column<Long> TRY = Column.number("try_number");
    public static final Column<Long> ATTEMPT = Column.number("attempt");
    public static final Column<String> STATE = Column.json("state");
    public static final Column<String> DONE = Column.text("done_steps");
    public static final Column<Instant> DUE = Column.instant("due").orNull();
    public static final Column<Instant> PARKED = Column.instant("parked_at").orNull();
    public static final Column<Instant> SEND_UNTIL =
            Column.instant("send_until").orNull();
    public static final Column<Long> SIGNALS = Column.number("signals");
    public static final Column<String> ERROR = Column.text("last_error").orNull();
    public static final Column<Instant> CREATED = Column.instant("created_at");
    public static final Column<Instant> CHANGED = Column.instant("changed_at");
    public static final Column<Instant> ENDED = Column.instant("ended_at").orNull();

    /** Every open instance is due at some time or parked, so these two indexes hold the open ones alone, and the third the others. */
    public static final Table TABLE = Table.named("workflow", ID)
            .columns(NAME, STATE_VERSION, STATUS, UNDOING, STEP, TRY, ATTEMPT, STATE, DONE)
            .columns(DUE, PARKED, SEND_UNTIL, SIGNALS, ERROR, CREATED, CHANGED, ENDED)
            .index("due", DUE)
            .index("parked", PARKED)
            .index("ended", ENDED)
            .build();

    /** Returns an instance that has no row yet, before its first step. */
    public static <S> Progress<S> fresh(String id, String firstStep, S initial) {
        return new Progress<>(
                id,
                0,
                WorkflowStatus.RUNNING,
                false,
                firstStep,
                1,
                0,
                initial,
                DoneSteps.NONE,
                null,
                true,
                null,
                0,
                null);
    }

    /** Returns what the row says, with its state upgraded to the present version. */
    public static <S> Progress<S> of(Row row, Workflow<S> workflow) {
        int stored = Math.toIntExact(row.get(STATE_VERSION));
        if (!workflow.reads(stored)) {
            throw new UnreadableWorkflowException(workflow.name(), stored, "no upgrade leads from it");
        }
        return new Progress<>(
                id(row),
                row.version(),
                WorkflowStatus.valueOf(row.get(STATUS)),
                row.get(UNDOING) != 0,
                row.get(STEP),
                row.get(TRY),
                row.get(ATTEMPT),
                workflow.decode(row.get(STATE), stored),
                DoneSteps.parse(row.get(DONE)),
                row.find(DUE).orElse(null),
                false,
                row.find(SEND_UNTIL).orElse(null),
                row.get(SIGNALS),
                row.find(ERROR).orElse(null));
    }

    public static String id(Row row) {
        return (String) row.key().value(0);
    }

    /** Returns the key of the request that a call makes. */
    public static IdempotencyKey requestKey(String id, String step, long tryNumber) {
        return IdempotencyKey.of(id + "/" + step + "/" + tryNumber);
    }

    public static RowKey key(String id) {
        return TABLE.key(id);
    }

    public boolean stored() {
        return version > 0;
    }

    public boolean dueAt(Instant time) {
        return due != null && !due.isAfter(time);
    }

    /** Returns whether both stand at the same call under the same key, or at the same local step. */
    public boolean standsWhere(Progress<S> other) {
        return status.open() && undoing == other.undoing && tryNumber == other.tryNumber && step.equals(other.step);
    }

    public Progress<S> held(boolean now) {
        return new Progress<>(
                id, version, status, undoing, step, tryNumber, attempt, state, done, due, now, sendUntil, signals,
                error);
    }
}
