package dev.commercekit.core.inventory;

import dev.commercekit.IdGenerator;
import dev.commercekit.core.commit.CommitPath;
import dev.commercekit.inventory.HoldId;
import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.Reading;
import dev.commercekit.storage.Scan;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.WriteSetId;
import dev.commercekit.storage.table.Row;
import java.util.List;

/**
 * Releases holds whose time is over by the storage's clock. Orders' holds are not among them: time alone never releases what
 * may be paid. Safe when done twice or by several instances at once: each row moves once.
 */
final class DueHolds {

    private final Storage storage;
    private final CommitPath commits;
    private final IdGenerator ids;

    DueHolds(Storage storage, CommitPath commits, IdGenerator ids) {
        this.storage = storage;
        this.commits = commits;
        this.ids = ids;
    }

    /** Releases the holds of at most so many rows, those first that have been due longest, and returns how many it released. */
    int expire(int limit) {
        Reading due = storage.scan(Scan.of(HoldTable.TABLE, "due").limit(limit));
        List<HoldId> holds = due.rows().stream()
                .filter(row -> !row.get(HoldTable.DUE_AT).isAfter(due.at()))
                .map(row -> HoldId.of(row.get(HoldTable.HOLD_ID)))
                .distinct()
                .toList();
        int released = 0;
        for (HoldId hold : holds) {
            released += released(hold) ? 1 : 0;
        }
        return released;
    }

    private boolean released(HoldId id) {
        List<Row> rows = storage.scan(HoldTable.rows(id)).rows();
        CommitResult result = commits.commit(WriteSet.of(WriteSetId.of(ids.next()), StockWrites.release(rows)));
        return result.applied();
    }
}
