package dev.commercekit.core.memory;

import dev.commercekit.storage.table.Column;
import dev.commercekit.storage.table.Index;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.Table;
import java.util.ArrayList;
import java.util.List;

/** The rows of one table in the order of one index: by its columns, then by the key. */
final class IndexOrder {

    private final Index index;
    private final List<Column<?>> columns;
    private final int[] positions;
    private final int[] nullable;
    private final SortedRows rows = new SortedRows();

    IndexOrder(Table table, Index index) {
        this.index = index;
        List<Column<?>> all = new ArrayList<>(index.columns());
        all.addAll(table.key());
        this.columns = List.copyOf(all);
        this.positions = columns.stream().mapToInt(table::position).toArray();
        this.nullable = index.columns().stream()
                .filter(Column::nullable)
                .mapToInt(table::position)
                .toArray();
    }

    /** Returns an order of rows that are there already; their keys tell their order. */
    static IndexOrder of(Table table, Index index, List<Slot> slots) {
        IndexOrder order = new IndexOrder(table, index);
        slots.stream()
                .sorted((one, other) -> place(order, other).compare(one.row()))
                .forEach(slot -> order.add(slot, slot.row()));
        return order;
    }

    Index index() {
        return index;
    }

    /** Returns all columns by which this sorts, those of the key last. */
    List<Column<?>> columns() {
        return columns;
    }

    /** Adds a row, if the index holds such rows. */
    void add(Slot slot, Row row) {
        if (holds(row)) {
            rows.add(slot, Place.of(positions, row));
        }
    }

    void remove(Row row) {
        if (holds(row)) {
            rows.remove(Place.of(positions, row));
        }
    }

    /** Moves a slot from where the one row stands, which it still holds, to where the other of the same key will. */
    void move(Slot slot, Row before, Row after) {
        if (!staysWhere(before, after)) {
            remove(before);
            add(slot, after);
        }
    }

    List<Row> scan(Range range) {
        List<Row> found = new ArrayList<>(Math.min(range.limit(), 16));
        Place low = place(range.low());
        Place high = place(range.high());
        Place after = range.after() == null ? null : place(range.after());
        if (range.descending()) {
            SortedRows.Cursor cursor = rows.behind(high, true);
            SortedRows.Cursor other = after == null ? cursor : rows.behind(after, false);
            cursor = other.isBefore(cursor) ? other : cursor;
            for (Row row = cursor.previous(); row != null; row = cursor.previous()) {
                if (found.size() == range.limit() || low.compare(row) < 0) {
                    break;
                }
                found.add(row);
            }
        } else {
            SortedRows.Cursor cursor = rows.behind(low, false);
            SortedRows.Cursor other = after == null ? cursor : rows.behind(after, true);
            cursor = cursor.isBefore(other) ? other : cursor;
            for (Row row = cursor.next(); row != null; row = cursor.next()) {
                if (found.size() == range.limit() || high.compare(row) > 0) {
                    break;
                }
                found.add(row);
            }
        }
        return found;
    }

    private static Place place(IndexOrder order, Slot slot) {
        return Place.of(order.positions, slot.row());
    }

    private Place place(List<Object> values) {
        return new Place(positions, values.toArray());
    }

    private boolean staysWhere(Row before, Row after) {
        for (int i = 0; i < index.columns().size(); i++) {
            Object one = before.value(positions[i]);
            Object other = after.value(positions[i]);
            if (one == null || other == null ? one != other : Place.compare(one, other) != 0) {
                return false;
            }
        }
        return true;
    }

    private boolean holds(Row row) {
        for (int position : nullable) {
            if (row.value(position) == null) {
                return false;
            }
        }
        return true;
    }
}
