package dev.commercekit.storage.table;

import dev.commercekit.InvalidInputException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Names one row: its table and the values of its key. Keys have one order, by table name and then by value, in which adapters
 * take their locks. Immutable; two keys are the same if their tables and their values are.
 */
public final class RowKey implements Comparable<RowKey> {

    private final Table table;

    // Fields instead of a list, because a storage in memory holds millions of keys.
    private final Object first;
    private final @Nullable Object second;
    private final @Nullable Object third;

    // Kept, because keys are looked up again and again on their way through a commit.
    private final int hash;

    /**
     * Names a row.
     *
     * @param table the table
     * @param values one value for each column of the table's key, of its type
     */
    public RowKey(Table table, List<Object> values) {
        this(
                table,
                values.size(),
                values.isEmpty() ? null : values.get(0),
                values.size() < 2 ? null : values.get(1),
                values.size() < 3 ? null : values.get(2));
    }

    RowKey(Table table, int size, @Nullable Object first, @Nullable Object second, @Nullable Object third) {
        if (first == null || size != table.key().size()) {
            throw new InvalidInputException("key", "must have as many values as the key of " + table);
        }
        this.table = table;
        this.first = first;
        this.second = second;
        this.third = third;
        int sum = table.hashCode();
        for (int i = 0; i < size; i++) {
            Object value = value(i);
            if (!table.key().get(i).type().javaType().isInstance(value)) {
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
        if (second == null) {
            return List.of(first);
        }
        return third == null ? List.of(first, second) : List.of(first, second, third);
    }

    /** Returns the value of one column of the table's key, by its place there. */
    public Object value(int position) {
        Object value = position == 0 ? first : position == 1 ? second : third;
        if (value == null || position < 0 || position > 2) {
            throw new InvalidInputException("position", "must be one of the key of " + table);
        }
        return value;
    }

    @Override
    public int compareTo(RowKey other) {
        int order = table.name().compareTo(other.table.name());
        for (int i = 0; order == 0 && i < table.key().size(); i++) {
            Object mine = value(i);
            Object theirs = other.value(i);
            order = mine instanceof Long number
                    ? number.compareTo((Long) theirs)
                    : ((String) mine).compareTo((String) theirs);
        }
        return order;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof RowKey key
                        && key.hash == hash
                        && key.table.equals(table)
                        && key.first.equals(first)
                        && Objects.equals(key.second, second)
                        && Objects.equals(key.third, third);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return table + values().toString();
    }
}
