package dev.commercekit.core.memory;

import dev.commercekit.storage.Refusal;
import dev.commercekit.storage.Refusal.Reason;
import dev.commercekit.storage.StorageException;
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
    private final RowKey witness;
    private final Instant at;
    private final ArrayList<Change> changes = new ArrayList<>(0);

    /** Prepares to judge writes of the set that has the given witness. */
    Changes(Tables tables, RowKey witness, Instant at) {
        this.tables = tables;
        this.witness = witness;
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

    /** Adds the witness of the branch that these are. */
    void witness(long branch) {
        Row row = Row.trusted(witness, 1, new Object[] {witness.value(0), branch, at});
        changes.add(new Change(tables.witness(), new Slot(row), null, row));
    }

    void apply() {
        for (Change change : changes) {
            change.rows.replace(change.slot, change.before, change.after);
        }
    }

    void undo() {
        for (int i = changes.size() - 1; i >= 0; i--) {
            Change change = changes.get(i);
            change.rows.replace(change.slot, change.after, change.before);
        }
    }

    /** Returns where rows of the key's table stand, which is an error where nobody may write. */
    TableRows rows(RowKey key) {
        TableRows rows = tables.of(key.table());
        if (rows == tables.witness() && key.equals(witness)) {
            throw new StorageException("write set " + witness.value(0) + " writes its own witness", false);
        }
        return rows;
    }

    private @Nullable Reason judge(Write write) {
        RowKey key = write.key();
        TableRows rows = rows(key);
        Slot slot = rows.find(key);
        if (write instanceof Write.Insert insert) {
            return slot != null
                    ? Reason.EXISTS
                    : put(rows, null, insert.values().inserted(key, at));
        }
        if (write instanceof Write.Add add) {
            return add(rows, slot, add);
        }
        if (slot == null) {
            return Reason.ABSENT;
        }
        Row row = slot.row();
        if (write instanceof Write.Update update) {
            return row.version() != update.version()
                    ? Reason.VERSION
                    : put(rows, slot, update.values().updated(row, at));
        }
        if (write instanceof Write.Delete delete) {
            changes.add(new Change(rows, slot, row, null));
            return row.version() == delete.version() ? null : Reason.VERSION;
        }
        return row.version() == ((Write.Require) write).version() ? null : Reason.VERSION;
    }

    private @Nullable Reason add(TableRows rows, @Nullable Slot slot, Write.Add add) {
        if (slot == null && add.initial().isEmpty()) {
            return Reason.ABSENT;
        }
        Row base = slot != null ? slot.row() : add.initial().orElseThrow().inserted(add.key(), at);
        long before = base.get(add.column());
        long sum = before + add.delta();
        boolean overflow = ((before ^ sum) & (add.delta() ^ sum)) < 0;
        if (overflow || sum < add.floor() || sum > add.ceiling()) {
            return Reason.BOUND;
        }
        @Nullable Object[] values = base.values();
        values[rows.table().position(add.column())] = sum;
        return put(rows, slot, Row.trusted(base.key(), slot != null ? base.version() + 1 : 1, values));
    }

    /** Puts a row in a slot, or in a new one where there is none. */
    private @Nullable Reason put(TableRows rows, @Nullable Slot slot, Row after) {
        List<Check> checks = rows.table().checks();
        for (int i = 0; i < checks.size(); i++) {
            if (!checks.get(i).holds(after)) {
                return Reason.CHECK;
            }
        }
        changes.add(
                slot == null
                        ? new Change(rows, new Slot(after), null, after)
                        : new Change(rows, slot, slot.row(), after));
        return null;
    }

    /** One row in the place of another; the slot holds the one before, or the one after where there is none before. */
    private record Change(
            TableRows rows,
            Slot slot,
            @Nullable Row before,
            @Nullable Row after) {}
}
