package dev.commercekit.core.memory;

import dev.commercekit.storage.Refusal;
import dev.commercekit.storage.Refusal.Reason;
import dev.commercekit.storage.Values;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.table.Check;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the writes of one branch would change: judged first, applied afterwards, and undone if need be. */
final class Changes {

    private final Tables tables;
    private final Instant at;
    private final ArrayList<Change> changes = new ArrayList<>(0);

    Changes(Tables tables, Instant at) {
        this.tables = tables;
        this.at = at;
    }

    /** Returns the refusal of each write that cannot be applied, in order. */
    List<Refusal> judge(List<Write> writes) {
        changes.ensureCapacity(writes.size() + 1);
        List<Refusal> refusals = List.of();
        for (int i = 0; i < writes.size(); i++) {
            Reason reason = judge(writes.get(i));
            if (reason != null) {
                refusals = refusals.isEmpty() ? new ArrayList<>() : refusals;
                refusals.add(new Refusal(i, reason));
            }
        }
        return refusals;
    }

    void witness(Row row) {
        changes.add(new Change(tables.witness(), null, row));
    }

    void apply() {
        for (Change change : changes) {
            change.rows.replace(change.before, change.after);
        }
    }

    void undo() {
        for (int i = changes.size() - 1; i >= 0; i--) {
            Change change = changes.get(i);
            change.rows.replace(change.after, change.before);
        }
    }

    private @Nullable Reason judge(Write write) {
        TableRows rows = tables.of(write.key().table());
        Row row = rows.get(write.key());
        if (write instanceof Write.Insert insert) {
            return row != null ? Reason.EXISTS : put(rows, null, first(insert.key(), insert.values()));
        }
        if (write instanceof Write.Add add) {
            return add(rows, row, add);
        }
        if (row == null) {
            return Reason.ABSENT;
        }
        if (write instanceof Write.Update update) {
            return row.version() != update.version()
                    ? Reason.VERSION
                    : put(rows, row, next(row, update.values().after(row, at)));
        }
        if (write instanceof Write.Delete delete) {
            changes.add(new Change(rows, row, null));
            return row.version() == delete.version() ? null : Reason.VERSION;
        }
        return row.version() == ((Write.Require) write).version() ? null : Reason.VERSION;
    }

    private @Nullable Reason add(TableRows rows, @Nullable Row row, Write.Add add) {
        if (row == null && add.initial().isEmpty()) {
            return Reason.ABSENT;
        }
        Row base = row != null ? row : first(add.key(), add.initial().orElseThrow());
        long before = base.get(add.column());
        long sum = before + add.delta();
        boolean overflow = ((before ^ sum) & (add.delta() ^ sum)) < 0;
        if (overflow || sum < add.floor() || sum > add.ceiling()) {
            return Reason.BOUND;
        }
        @Nullable Object[] values = base.values();
        values[rows.table().position(add.column())] = sum;
        return put(rows, row, row != null ? next(row, values) : Row.owning(base.key(), 1, values));
    }

    private @Nullable Reason put(TableRows rows, @Nullable Row before, Row after) {
        List<Check> checks = rows.table().checks();
        for (int i = 0; i < checks.size(); i++) {
            if (!checks.get(i).holds(after)) {
                return Reason.CHECK;
            }
        }
        changes.add(new Change(rows, before, after));
        return null;
    }

    private Row first(RowKey key, Values values) {
        @Nullable Object[] all = values.applyTo(null, at);
        for (int i = 0; i < key.table().key().size(); i++) {
            all[i] = key.value(i);
        }
        return Row.owning(key, 1, all);
    }

    private static Row next(Row row, @Nullable Object[] values) {
        return Row.owning(row.key(), row.version() + 1, values);
    }

    private record Change(
            TableRows rows, @Nullable Row before, @Nullable Row after) {}
}
