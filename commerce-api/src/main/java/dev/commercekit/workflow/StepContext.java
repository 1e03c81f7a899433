package dev.commercekit.workflow;

import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import java.time.Instant;
import java.util.Optional;

/** What a local step may look at besides its state. */
public interface StepContext {

    /** Returns the id of the workflow's instance. */
    String workflowId();

    /** Returns a row that the step declared to read, as committed when the step runs, or nothing if it is absent. */
    Optional<Row> row(RowKey key);

    /** Returns the storage's time when the rows were read. */
    Instant now();
}
