package dev.commercekit.core.event;

import dev.commercekit.IdGenerator;
import dev.commercekit.Input;
import dev.commercekit.core.commit.CommitQueue;
import dev.commercekit.storage.Scan;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Forgets old events and what consumers had, in small batches. Safe to be done twice. Thread-safe. */
public final class EventRetention {

    private final Storage storage;
    private final Commits commits;

    /** Creates it over the storage that holds the events. */
    public EventRetention(Storage storage, CommitQueue queue, IdGenerator ids) {
        this.storage = storage;
        this.commits = new Commits(queue, ids);
    }

    /**
     * Deletes published events that happened longer ago than the duration, or inbox rows that are older than it and whose
     * event is gone. What is pending or parked stays, however old, and so do the inbox rows of every event that is kept.
     *
     * @param olderThan the age, by the storage's clock; the order's timeline forgets what is older
     * @param limit the most rows to delete, 1 to 1,000
     * @return how many were deleted; call again until none is
     */
    public int prune(Duration olderThan, int limit) {
        Input.that(!olderThan.isNegative(), "olderThan", "must not be negative");
        Input.range(limit, "limit", 1, 1_000);
        Instant before = storage.now().minus(olderThan);
        int deleted = pruneEvents(before, limit);
        return deleted > 0 ? deleted : pruneInbox(before, limit);
    }

    private int pruneEvents(Instant before, int limit) {
        Scan scan = Scan.of(EventTable.TABLE, "by_state")
                .equal(EventState.PUBLISHED.name())
                .to(before)
                .limit(limit);
        return delete(storage.scan(scan).rows());
    }

    private int pruneInbox(Instant before, int limit) {
        Scan scan = Scan.of(Inbox.TABLE, "by_time").to(before).limit(limit);
        while (true) {
            List<Row> rows = storage.scan(scan).rows();
            Set<RowKey> kept = storage.get(
                            rows.stream().map(EventRetention::event).collect(Collectors.toSet()))
                    .byKey()
                    .keySet();
            int deleted = delete(
                    rows.stream().filter(row -> !kept.contains(event(row))).toList());
            if (deleted > 0 || rows.size() < limit) {
                return deleted;
            }
            scan = scan.after(rows.get(rows.size() - 1));
        }
    }

    private static RowKey event(Row inboxRow) {
        return EventTable.TABLE.key(inboxRow.get(Inbox.EVENT_ID));
    }

    private int delete(List<Row> rows) {
        Map<Row, List<Write>> deletes = new LinkedHashMap<>();
        rows.forEach(row -> deletes.put(row, List.of(Write.delete(row))));
        return commits.commitEach(deletes).changes().size();
    }
}
