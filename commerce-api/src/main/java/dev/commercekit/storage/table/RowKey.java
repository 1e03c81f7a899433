package dev.commercekit.storage.table;

import dev.commercekit.InvalidInputException;
import java.util.List;

/**
 * Names one row: its table and the values of its key. Keys have one order, by table name and then by value, in which adapters
 * take their locks. Immutable; two keys are the same if their tables and their values are.
 */
public final class RowKey implements Comparable<RowKey> {

    private final Table table;
    private final List<Object> values;

    // Kept, because keys are looked up again and again on their way through a commit.
    private final int hash;

    /**
     * Names a row.
     *
     * @param table the table
     * @param values one value for each column of the table's key, of its type
     */
    public RowKey(Table table, List<Object> values) {
        this.table = table;
        this.values = List.copyOf(values);
        List<Column<?>> columns = table.key();
        if (this.values.size() != columns.size()) {
            throw new InvalidInputException("key", "must have as many values as the key of " + table);
        }
        int sum = table.hashCode();
        for (int i = 0; i < columns.size(); i++) {
            Object value = this.values.get(i);
            if (!columns.get(i).type().javaType().isInstance(value)) {
                throw new InvalidInputException("key", "must be of the types of the key of " + table);
            }
            sum = 31 * sum + value.hashCode();
        }
        this.hash = sum;
    }

    /** Returns the table. */
    public Table table() {
        return table;
    }

    /** Returns one value for each column of the table's key. */
    public List<Object> values() {
        return values;
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
    public boolean equals(Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof RowKey key) || key.hash != hash || !key.table.equals(table)) {
            return false;
        }
        for (int i = 0; i < values.size(); i++) {
            if (!values.get(i).equals(key.values.get(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return table + values.toString();
    }
}
