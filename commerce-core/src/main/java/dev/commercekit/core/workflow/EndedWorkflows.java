package dev.commercekit.core.workflow;

import dev.commercekit.core.workflow.progress.Progress;
import dev.commercekit.storage.Scan;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.table.Row;
import java.time.Instant;
import java.util.List;

/** Finds what is kept of instances that have ended, for whoever forgets it. */
public final class EndedWorkflows {

    private EndedWorkflows() {}

    /** Returns the scan for the rows of instances that ended at the given time or earlier, the oldest first. */
    public static Scan until(Instant time) {
        return Scan.of(Progress.TABLE, "ended").to(time);
    }

    /** Returns an instance that has ended. */
    public static Standing standing(Row ended) {
        return new Standing(ended, false);
    }

    /**
     * Returns at most so many of the signals that are still kept for an instance. Whoever keeps another one raises the version of
     * the instance's row.
     */
    public static List<Row> signals(Storage storage, Row ended, int limit) {
        return ended.get(Progress.SIGNALS) == 0
                ? List.of()
                : storage.scan(Signals.of(Progress.id(ended)).limit(limit)).rows();
    }
}
