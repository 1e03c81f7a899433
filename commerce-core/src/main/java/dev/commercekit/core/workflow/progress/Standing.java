package dev.commercekit.core.workflow.progress;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.storage.Values;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.table.Row;
import dev.commercekit.workflow.Workflow;
import dev.commercekit.workflow.WorkflowStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where an instance stood when it was looked at, whatever its workflow.
 *
 * @param row its row
 * @param atCall whether it stands at a call
 */
public record Standing(Row row, boolean atCall) {

    /** Returns the id of the instance. */
    public String id() {
        return Progress.id(row);
    }

    /** Returns the name of its workflow. */
    public String workflow() {
        return row.get(Progress.NAME);
    }

    /** Returns the step at which it stands. */
    public String step() {
        return row.get(Progress.STEP);
    }

    /** Returns the key of the call at which it stands, if it stands at one. */
    public Optional<IdempotencyKey> request() {
        return atCall ? Optional.of(Progress.requestKey(id(), step(), row.get(Progress.TRY))) : Optional.empty();
    }

    /** Returns whether it has not ended. */
    public boolean open() {
        return status().open();
    }

    /** Returns whether it waits for an operator. */
    public boolean parked() {
        return status() == WorkflowStatus.PARKED;
    }

    /** Returns whether signals are kept for it. */
    public boolean told() {
        return row.get(Progress.SIGNALS) > 0;
    }

    /** Returns when it was parked, or else began. */
    public Instant since() {
        return row.find(Progress.PARKED).orElseGet(() -> row.get(Progress.CREATED));
    }

    /** Returns how often the step was begun again. */
    public long attempts() {
        return row.get(Progress.ATTEMPT);
    }

    /** Returns what last kept it from going on. */
    public Optional<String> error() {
        return row.find(Progress.ERROR);
    }

    /** Reads its state. */
    public <S> S state(Workflow<S> definition) {
        return Progress.of(row, definition).state();
    }

    /** Returns the write that makes it due, and lets it go on if it is parked. */
    public Write goingOn() {
        return Write.update(row, this::goingOn);
    }

    /** Returns the write that makes it due, and lets it go on if it is parked, with one more signal. */
    public Write goingOnTold() {
        return Write.update(row, values -> goingOn(values.set(Progress.SIGNALS, row.get(Progress.SIGNALS) + 1)));
    }

    private void goingOn(Values.Setter values) {
        if (parked()) {
            WorkflowStatus status = row.get(Progress.UNDOING) == 0 ? WorkflowStatus.RUNNING : WorkflowStatus.UNDOING;
            values.set(Progress.STATUS, status.name()).empty(Progress.PARKED);
        }
        values.setToNow(Progress.DUE, Duration.ZERO).setToNow(Progress.CHANGED, Duration.ZERO);
    }

    private WorkflowStatus status() {
        return WorkflowStatus.valueOf(row.get(Progress.STATUS));
    }
}
