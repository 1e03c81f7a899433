package dev.commercekit.jdbc.commit;

import dev.commercekit.storage.Refusal;
import dev.commercekit.storage.Refusal.Reason;
import dev.commercekit.storage.Values;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.table.Check;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the writes of one branch of a set would change. */
final class Branch {

    private final Rows rows;
    private final Instant at;
    private final Map<RowKey, @Nullable Row> changes = new LinkedHashMap<>();

    /** The rows as they stand before this branch. */
    @FunctionalInterface
    interface Rows {

        /** Returns the row, or null where there is none. */
        @Nullable
        Row find(RowKey key);
    }

    Branch(Rows rows, Instant at) {
        this.rows = rows;
        this.at = at;
    }

    /** Returns the refusal of each write that cannot be applied, in order. */
    List<Refusal> judge(List<Write> writes) {
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

    Map<RowKey, @Nullable Row> changes() {
        return changes;
    }

    private @Nullable Reason judge(Write write) {
        Row row = rows.find(write.key());
        if (write instanceof Write.Insert insert) {
            return row != null ? Reason.EXISTS : put(first(insert.key(), insert.values()));
        }
        if (write instanceof Write.Add add) {
            return add(row, add);
        }
        if (row == null) {
            return Reason.ABSENT;
        }
        if (write instanceof Write.Update update) {
            return row.version() != update.version()
                    ? Reason.VERSION
                    : put(next(row, update.values().applyTo(row.values(), at)));
        }
        if (write instanceof Write.Delete delete) {
            changes.put(row.key(), null);
            return row.version() == delete.version() ? null : Reason.VERSION;
        }
        return row.version() == ((Write.Require) write).version() ? null : Reason.VERSION;
    }

    private @Nullable Reason add(@Nullable Row row, Write.Add add) {
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
        values[add.key().table().position(add.column())] = sum;
        return put(row != null ? next(row, values) : Row.of(base.key(), 1, values));
    }

    private @Nullable Reason put(Row row) {
        for (Check check : row.key().table().checks()) {
            if (!check.holds(row)) {
                return Reason.CHECK;
            }
        }
        changes.put(row.key(), row);
        return null;
    }

    private Row first(RowKey key, Values values) {
        return values.inserted(key, at);
    }

    private static Row next(Row row, @Nullable Object[] values) {
        return Row.of(row.key(), row.version() + 1, values);
    }
}
