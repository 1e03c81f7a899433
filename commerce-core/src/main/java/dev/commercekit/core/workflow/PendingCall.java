package dev.commercekit.core.workflow;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.core.workflow.progress.Progress;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.workflow.Call;
import dev.commercekit.workflow.Signal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A call as its step sees it. */
record PendingCall(Backing backing, Progress<?> at, List<Row> waiting, Map<RowKey, Row> rows) implements Call {

    @Override
    public IdempotencyKey key() {
        return Progress.requestKey(at.id(), at.step(), at.tryNumber());
    }

    @Override
    public boolean mayBeSent() {
        return at.sendUntil() != null && !backing.mayHavePassed(at.sendUntil());
    }

    @Override
    public long attempt() {
        return at.attempt();
    }

    @Override
    public List<Signal> signals() {
        return waiting.stream().map(Signals::of).toList();
    }

    @Override
    public Optional<Row> row(RowKey key) {
        return Optional.ofNullable(rows.get(key));
    }

    /** Returns the key. */
    @Override
    public String toString() {
        return key().toString();
    }
}
