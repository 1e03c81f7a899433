package dev.commercekit.core.retention;

import dev.commercekit.storage.Scan;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.table.Row;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Goes through old rows in their order, a page at a time, and begins anew at the end. So rows that must stay for now, however
 * many, keep nobody from those behind them. Where it stands is remembered in this process alone; another loses nothing but time.
 */
final class OldRows {

    /** A bound for one round, where much must stay. */
    private static final int MOST_PAGES = 20;

    private final Storage storage;
    private final int page;
    private volatile @Nullable Row last;

    OldRows(Storage storage, int page) {
        this.storage = storage;
        this.page = page;
    }

    /** Hands over pages until something of one was deleted, and returns how much; 0 at the end, or if nothing was for long. */
    int prune(Scan scan, ToIntFunction<List<Row>> deletion) {
        for (int i = 0; i < MOST_PAGES; i++) {
            Row before = last;
            Scan next = scan.limit(page);
            List<Row> rows =
                    storage.scan(before == null ? next : next.after(before)).rows();
            boolean end = rows.size() < page;
            int deleted = rows.isEmpty() ? 0 : deletion.applyAsInt(rows);
            last = end ? null : rows.get(rows.size() - 1);
            if (deleted > 0 || end) {
                return deleted;
            }
        }
        return 0;
    }
}
