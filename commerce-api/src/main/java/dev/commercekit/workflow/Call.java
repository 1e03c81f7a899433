package dev.commercekit.workflow;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import java.util.List;
import java.util.Optional;

/** One call of a {@link CallStep}. */
public interface Call {

    /** Returns the key of the effect: the same for every repetition, another one only after a definite refusal. */
    IdempotencyKey key();

    /** Returns whether the request may still be sent; once it may not, the answer can only be looked up. */
    boolean mayBeSent();

    /** Returns how often the call was made before with this key, as far as was recorded; 0 for the first time. */
    long attempt();

    /** Returns the signals that came for this workflow and were not taken yet, in order. */
    List<Signal> signals();

    /** Returns a row that the step declared to read, as committed when it first looks at one, or nothing if it is absent. */
    Optional<Row> row(RowKey key);
}
