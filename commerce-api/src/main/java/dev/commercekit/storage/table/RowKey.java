package dev.commercekit.storage.table;

import dev.commercekit.Input;
import java.util.List;

/**
 * Names one row: its table and the values of its key. Keys have one order, by table name and then by value, in which adapters
 * take their locks.
 *
 * @param table the table
 * @param values one value for each column of the table's key
 */
public record RowKey(Table table, List<Object> values) implements Comparable<RowKey> {

    /** Checks that the values fit the table's key. */
    public RowKey {
        values = List.copyOf(values);
        Input.that(values.size() == table.key().size(), "key", "must have as many values as the key of " + table);
        for (int i = 0; i < values.size(); i++) {
            Class<?> type = table.key().get(i).type().javaType();
            Input.that(type.isInstance(values.get(i)), "key", "must be of the types of the key of " + table);
        }
    }

    @Override
    public int compareTo(RowKey other) {
        int order = table.name().compareTo(other.table.name());
        for (int i = 0; order == 0 && i < values.size(); i++) {
            Object mine = values.get(i);
            Object theirs = other.values.get(i);
            order = mine instanceof Long number
                    ? number.compareTo((Long) theirs)
                    : ((String) mine).compareTo((String) theirs);
        }
        return order;
    }

    @Override
    public String toString() {
        return table + values.toString();
    }
}
