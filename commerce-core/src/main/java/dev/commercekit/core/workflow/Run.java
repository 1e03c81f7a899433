package dev.commercekit.core.workflow;

import dev.commercekit.core.workflow.progress.Progress;
import dev.commercekit.workflow.WorkflowStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * An instance of a workflow as it stands.
 *
 * @param id names the instance
 * @param status where it stands
 * @param state its state, as last committed
 * @param step the step at which it stands or at which it ended
 * @param stored whether it has a row; one that ended in its first commit has none
 * @param due when it goes on by itself, in the storage's time
 * @param reason what last kept it from going on, for a log
 * @param <S> the state
 */
public record Run<S>(
        String id,
        WorkflowStatus status,
        S state,
        String step,
        boolean stored,
        Optional<Instant> due,
        Optional<String> reason) {

    static <S> Run<S> of(Progress<S> progress) {
        return new Run<>(
                progress.id(),
                progress.status(),
                progress.state(),
                progress.step(),
                progress.stored(),
                Optional.ofNullable(progress.due()),
                Optional.ofNullable(progress.error()));
    }

    /** Returns whether the instance has not ended. */
    public boolean open() {
        return status.open();
    }

    /** Returns the id, the status and the step; never the state, which may be personal. */
    @Override
    public String toString() {
        return "Run[" + id + " " + status + " at " + step + "]";
    }
}
