package dev.commercekit.core.workflow;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.core.workflow.progress.Progress;
import dev.commercekit.storage.Reading;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.workflow.Call;
import dev.commercekit.workflow.Signal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call as its step sees it. */
final class PendingCall implements Call {

    private final Backing backing;
    private final Progress<?> at;
    private final List<Row> waiting;
    private final Collection<RowKey> reads;
    private @Nullable Map<RowKey, Row> rows;

    PendingCall(Backing backing, Progress<?> at, List<Row> waiting, Collection<RowKey> reads) {
        this.backing = backing;
        this.at = at;
        this.waiting = waiting;
        this.reads = reads;
    }

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
        Map<RowKey, Row> read = rows;
        if (read == null) {
            read = backing.storage().get(reads).byKey();
            requireOwn();
            rows = read;
        }
        return Optional.ofNullable(read.get(key));
    }

    /** Rows that the workflow itself has changed, driven by others, must not look as if others had changed them. */
    private void requireOwn() {
        Reading own = backing.get(Progress.key(at.id()));
        if (own.find(Progress.key(at.id()))
                .filter(row -> row.version() == at.version())
                .isEmpty()) {
            throw new Overtaken(own);
        }
    }

    /** Ends a call that looks at rows after others have gone on with its workflow. */
    static final class Overtaken extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient Reading own;

        private Overtaken(Reading own) {
            super("others have gone on with the workflow", null, false, false);
            this.own = own;
        }

        /** Returns the workflow's own row as it stands. */
        Reading own() {
            return own;
        }
    }

    /** Returns the key. */
    @Override
    public String toString() {
        return key().toString();
    }
}
