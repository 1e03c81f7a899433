package dev.commercekit.core.memory;

import dev.commercekit.storage.table.Column;
import dev.commercekit.storage.table.Index;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

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

    static IndexOrder of(Table table, Index index, List<Slot> slots) {
        IndexOrder order = new IndexOrder(table, index);
        slots.stream()
                .sorted((one, other) -> order.compare(one.row(), other.row(), 0))
                .forEach(order::add);
        return order;
    }

    Index index() {
        return index;
    }

    /** Returns all columns by which this sorts, those of the key last. */
    List<Column<?>> columns() {
        return columns;
    }

    /** Adds the row that the slot holds, if the index holds such rows. */
    void add(Slot slot) {
        if (holds(slot.row())) {
            rows.add(value(slot.row(), 0), slot, place(slot.row()));
        }
    }

    void remove(Row row) {
        if (holds(row)) {
            rows.remove(place(row));
        }
    }

    /** Moves a slot from where the one row stands, which it still holds, to where the other will. */
    void move(Slot slot, Row before, Row after) {
        boolean held = holds(before);
        boolean holds = holds(after);
        if (held && holds && compare(before, after, 0) == 0) {
            return;
        }
        if (held) {
            rows.remove(place(before));
        }
        if (holds) {
            rows.add(value(after, 0), slot, place(after));
        }
    }

    List<Row> scan(Range range) {
        List<Row> found = new ArrayList<>(Math.min(range.limit(), 16));
        SortedRows.Place low = place(range.low());
        SortedRows.Place high = place(range.high());
        SortedRows.Place after = range.after() == null ? null : place(range.after());
        if (range.descending()) {
            SortedRows.Cursor cursor = rows.behind((first, slot) ->
                    high.compare(first, slot) <= 0 && (after == null || after.compare(first, slot) < 0));
            for (Row row = cursor.previous(); row != null; row = cursor.previous()) {
                if (found.size() == range.limit() || compare(row, range.low()) < 0) {
                    break;
                }
                found.add(row);
            }
        } else {
            SortedRows.Cursor cursor = rows.behind(
                    (first, slot) -> low.compare(first, slot) < 0 || after != null && after.compare(first, slot) <= 0);
            for (Row row = cursor.next(); row != null; row = cursor.next()) {
                if (found.size() == range.limit() || compare(row, range.high()) > 0) {
                    break;
                }
                found.add(row);
            }
        }
        return found;
    }

    private SortedRows.Place place(Row row) {
        Object mine = value(row, 0);
        return (first, slot) -> {
            int order = first.compareTo(mine);
            return order != 0 ? order : compare(slot.row(), row, 1);
        };
    }

    private SortedRows.Place place(List<Object> values) {
        if (values.isEmpty()) {
            return (first, slot) -> 0;
        }
        Object mine = values.get(0);
        return (first, slot) -> {
            int order = first.compareTo(mine);
            return order != 0 ? order : compare(slot.row(), values, 1);
        };
    }

    private int compare(Row one, Row other, int from) {
        int order = 0;
        for (int i = from; order == 0 && i < positions.length; i++) {
            order = value(one, i).compareTo(value(other, i));
        }
        return order;
    }

    /** Compares the first columns of a row with as many values. */
    private int compare(Row row, List<Object> values) {
        return compare(row, values, 0);
    }

    private int compare(Row row, List<Object> values, int from) {
        int order = 0;
        for (int i = from; order == 0 && i < values.size(); i++) {
            order = value(row, i).compareTo(values.get(i));
        }
        return order;
    }

    private boolean holds(Row row) {
        for (int position : nullable) {
            if (row.value(position) == null) {
                return false;
            }
        }
        return true;
    }

    @SuppressWarnings("unchecked")
    private Comparable<Object> value(Row row, int i) {
        return (Comparable<Object>) Objects.requireNonNull(row.value(positions[i]));
    }
}
