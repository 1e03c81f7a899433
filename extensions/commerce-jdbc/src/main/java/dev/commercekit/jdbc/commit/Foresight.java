package dev.commercekit.jdbc.commit;

import dev.commercekit.jdbc.dialect.Foreseen;
import dev.commercekit.jdbc.dialect.Foreseen.Form;
import dev.commercekit.jdbc.dialect.Foreseen.Kind;
import dev.commercekit.jdbc.table.SqlTable;
import dev.commercekit.storage.Values;
import dev.commercekit.storage.Witness;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.table.Check;
import dev.commercekit.storage.table.Column;
import dev.commercekit.storage.table.ColumnType;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.table.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a list of write sets changes if nothing stands in the way of any of them, told without knowing a row. It can be told of
 * lists that are so simple that the database sees by itself whether something does: each row is named once, or only added to;
 * the rows of a table are changed in one way, and in the same columns; nothing is only required, deleted, or begun by an
 * addition; and no updated row has checks. Pure; for one use.
 */
final class Foresight {

    /** Farther from now than this lies no moment that is sure to be one that a database takes. */
    private static final Duration FAR = Duration.ofDays(100_000);

    private final TreeMap<Table, OfTable> changes = new TreeMap<>(SqlTable.LOCK_ORDER);
    private final TreeMap<Table, OfTable> inserts = new TreeMap<>(SqlTable.LOCK_ORDER);
    private final Map<RowKey, Addition> sums = new HashMap<>();
    private final Set<RowKey> named = new HashSet<>();

    /** Rows of one table by their keys, which is the order in which they are locked or inserted. */
    private record OfTable(Form form, TreeMap<RowKey, @Nullable Object[]> rows) {

        Foreseen foreseen() {
            return new Foreseen(form, List.copyOf(rows.values()));
        }
    }

    private Foresight() {}

    /**
     * Returns the changes, in the order in which every instance makes them: first of rows that are there, then the inserts.
     * Returns nothing if the list is not so simple.
     */
    static Optional<List<Foreseen>> of(List<WriteSet> sets) {
        Foresight foresight = new Foresight();
        return sets.stream().allMatch(foresight::takes) && foresight.ordersItsTimes()
                ? Optional.of(foresight.all())
                : Optional.empty();
    }

    private boolean takes(WriteSet set) {
        RowKey witness = Witness.of(set.id());
        @Nullable Object[] applied = {witness.value(0), 0L, 0L};
        BitSet timed = new BitSet();
        timed.set(Witness.TABLE.position(Witness.AT));
        if (!named.add(witness)
                || !put(inserts, new Form(Kind.INSERT, Witness.TABLE, List.of(), timed), witness, applied)) {
            return false;
        }
        for (Write write : set.writes()) {
            if (!takes(write)) {
                return false;
            }
        }
        return true;
    }

    private boolean takes(Write write) {
        if (write instanceof Write.Add add) {
            return add.initial().isEmpty() && takes(add);
        }
        if (!named.add(write.key())) {
            return false;
        }
        if (write instanceof Write.Insert insert) {
            return takes(insert);
        }
        return write instanceof Write.Update update && takes(update);
    }

    private boolean takes(Write.Insert insert) {
        RowKey key = insert.key();
        Table table = key.table();
        List<Column<?>> columns = table.columns();
        @Nullable Object[] row = new Object[columns.size()];
        BitSet timed = new BitSet();
        for (int i = 0; i < row.length; i++) {
            Column<?> column = columns.get(i);
            if (i < table.key().size()) {
                row[i] = key.value(i);
            } else if (insert.values().sets(column)) {
                row[i] = insert.values().raw(column);
            }
            if (!fits(column, row, i, timed)) {
                return false;
            }
        }
        return keepsChecks(insert) && put(inserts, new Form(Kind.INSERT, table, List.of(), timed), key, row);
    }

    /** No check is about a moment, so any will do. */
    private static boolean keepsChecks(Write.Insert insert) {
        List<Check> checks = insert.key().table().checks();
        if (checks.isEmpty()) {
            return true;
        }
        Row row = insert.values().inserted(insert.key(), Instant.EPOCH);
        return checks.stream().allMatch(check -> check.holds(row));
    }

    private boolean takes(Write.Update update) {
        RowKey key = update.key();
        Table table = key.table();
        List<Column<?>> written = new ArrayList<>();
        for (Column<?> column :
                table.columns().subList(table.key().size(), table.columns().size())) {
            if (update.values().sets(column)) {
                written.add(column);
            }
        }
        @Nullable Object[] row = new Object[table.key().size() + written.size() + 1];
        int keys = keyed(key, row);
        BitSet timed = new BitSet();
        for (int i = 0; i < written.size(); i++) {
            row[keys + i] = update.values().raw(written.get(i));
            if (!fits(written.get(i), row, keys + i, timed)) {
                return false;
            }
        }
        row[row.length - 1] = update.version();
        return table.checks().isEmpty() && put(changes, new Form(Kind.UPDATE, table, written, timed), key, row);
    }

    /** Returns whether a value is one of the column, and makes microseconds of a time that the storage computes. */
    private static boolean fits(Column<?> column, @Nullable Object[] row, int place, BitSet timed) {
        Object value = row[place];
        if (value instanceof Values.StorageTime time) {
            timed.set(place);
            boolean near = time.plus().abs().compareTo(FAR) < 0;
            row[place] = near ? Math.floorDiv(time.plus().toNanos(), 1_000L) : null;
            return near && column.type() == ColumnType.INSTANT;
        }
        return value == null ? column.nullable() : column.type().javaType().isInstance(value);
    }

    private boolean takes(Write.Add add) {
        RowKey key = add.key();
        Addition sum = sums.get(key);
        if (sum != null) {
            return sum.takes(add);
        }
        @Nullable Object[] row = new Object[key.table().key().size() + Addition.PLACES];
        sum = new Addition(add.column(), !key.table().checks().isEmpty(), row, keyed(key, row));
        sums.put(key, sum);
        Form form = new Form(Kind.ADD, key.table(), List.of(add.column()), new BitSet());
        return named.add(key) && sum.takes(add) && put(changes, form, key, row);
    }

    /** Returns whether all rows of the table are changed in that form. */
    private static boolean put(Map<Table, OfTable> tables, Form form, RowKey key, @Nullable Object[] row) {
        OfTable all = tables.computeIfAbsent(form.table(), table -> new OfTable(form, new TreeMap<>()));
        all.rows().put(key, row);
        return all.form().equals(form);
    }

    /**
     * Returns whether the storage's time may be taken when all rows are held, or needs not. An update that writes it needs it
     * before: no earlier than the row came to be at its version, and that is enough. What an addition waits for may be later.
     */
    private boolean ordersItsTimes() {
        return sums.isEmpty()
                || changes.values().stream()
                        .allMatch(part -> part.form().timed().isEmpty());
    }

    private List<Foreseen> all() {
        sums.values().forEach(Addition::fill);
        List<Foreseen> all = new ArrayList<>();
        changes.values().forEach(part -> all.add(part.foreseen()));
        inserts.values().forEach(part -> all.add(part.foreseen()));
        return all;
    }

    /** Puts the values of the key first, and returns how many they are. */
    private static int keyed(RowKey key, @Nullable Object[] row) {
        int keys = key.table().key().size();
        for (int i = 0; i < keys; i++) {
            row[i] = key.value(i);
        }
        return keys;
    }
}
