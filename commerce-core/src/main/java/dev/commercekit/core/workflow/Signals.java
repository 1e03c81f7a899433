package dev.commercekit.core.workflow;

import dev.commercekit.core.workflow.progress.Progress;
import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.Refusal;
import dev.commercekit.storage.Scan;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.table.Column;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.Table;
import dev.commercekit.workflow.Signal;
import dev.commercekit.workflow.WorkflowConflictException;
import dev.commercekit.workflow.WorkflowStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Signals that wait for a call of their instance to see them. The instance's own row counts them. */
final class Signals {

    /** The name of a signal that holds the answer of a call from which the instance had gone on. */
    static final String OUTCOME = "outcome";

    static final Column<String> WORKFLOW = Column.text("workflow_id");
    static final Column<String> SIGNAL = Column.text("signal_id");
    static final Column<Long> EPOCH = Column.number("epoch");
    static final Column<String> NAME = Column.text("name");
    static final Column<String> PAYLOAD = Column.json("payload");
    static final Column<Instant> ARRIVED = Column.instant("arrived_at");

    /** The epoch is the version of the instance's row when the signal came, so it orders the signals of one instance. */
    static final Table TABLE = Table.named("workflow_signal", WORKFLOW, SIGNAL)
            .columns(EPOCH, NAME, PAYLOAD, ARRIVED)
            .build();

    private static final int MOST_AT_ONCE = 1_000;

    private final Backing backing;

    Signals(Backing backing) {
        this.backing = backing;
    }

    /** Returns the scan for the signals of an instance. */
    static Scan of(String id) {
        return Scan.of(TABLE).equal(id).limit(MOST_AT_ONCE);
    }

    /** Returns the rows of the signals that wait, in the order in which they came. */
    List<Row> waiting(String id) {
        List<Row> rows = new ArrayList<>(backing.storage().scan(of(id)).rows());
        rows.sort(Comparator.comparing(row -> row.get(EPOCH)));
        return rows;
    }

    static Signal of(Row row) {
        return new Signal((String) row.key().value(1), row.get(NAME), row.get(PAYLOAD));
    }

    /** Returns the write that keeps a signal for the instance in the row. */
    static Write insert(Row instance, Signal signal) {
        return Write.insert(
                TABLE.key(Progress.id(instance), signal.id()),
                values -> values.set(EPOCH, instance.version())
                        .set(NAME, signal.name())
                        .set(PAYLOAD, signal.payload())
                        .setToNow(ARRIVED, Duration.ZERO));
    }

    /** Keeps a signal and makes the instance due, unless it is parked; returns false if it is not open. */
    boolean wake(String id, Signal signal) {
        return keep(id, signal, false);
    }

    /** Keeps a signal, also if the instance has ended. */
    void keep(String id, Signal signal) {
        keep(id, signal, true);
    }

    private boolean keep(String id, Signal signal, boolean alsoEnded) {
        for (int i = 0; i < backing.options().tries(); i++) {
            Row row = backing.get(Progress.key(id)).find(Progress.key(id)).orElse(null);
            if (row == null || !alsoEnded && !status(row).open()) {
                return false;
            }
            CommitResult result = commit(insert(row, signal), woken(row, 1));
            boolean there = result instanceof CommitResult.Refused refused && refused.has(0, Refusal.Reason.EXISTS);
            if (result.applied()
                    || there && (!rests(row) || commit(woken(row, 0)).applied())) {
                return true;
            }
        }
        throw new WorkflowConflictException(id, backing.options().tries());
    }

    private CommitResult commit(Write... writes) {
        return backing.commits().commit(WriteSet.of(backing.newSet(), writes));
    }

    /** Also of an instance that has ended, so that it is not pruned without what was kept for it. */
    private static Write woken(Row row, int more) {
        return Write.update(row, values -> {
            values.set(Progress.SIGNALS, row.get(Progress.SIGNALS) + more).setToNow(Progress.CHANGED, Duration.ZERO);
            if (rests(row)) {
                values.setToNow(Progress.DUE, Duration.ZERO);
            }
        });
    }

    private static boolean rests(Row row) {
        return status(row).open() && status(row) != WorkflowStatus.PARKED;
    }

    private static WorkflowStatus status(Row row) {
        return WorkflowStatus.valueOf(row.get(Progress.STATUS));
    }
}
