package dev.commercekit.storage.table;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row as it was committed: its key, its version and the values of its columns. Immutable. */
public final class Row {

    private final RowKey key;
    private final long version;
    private final @Nullable Object[] values;

    private Row(RowKey key, long version, @Nullable Object[] values) {
        this.key = key;
        this.version = version;
        this.values = values;
    }

    /**
     * Returns the row with the given values, in the order of {@link Table#columns()}; for adapters.
     *
     * @throws IllegalArgumentException if a value is missing or of the wrong type
     */
    public static Row of(RowKey key, long version, @Nullable Object[] values) {
        var columns = key.table().columns();
        if (values.length != columns.size()) {
            throw new IllegalArgumentException("a row of " + key.table() + " has " + columns.size() + " columns");
        }
        for (int i = 0; i < values.length; i++) {
            if (!columns.get(i).holds(values[i])) {
                throw new IllegalArgumentException(
                        "column " + columns.get(i) + " of " + key.table() + " has no fitting value");
            }
        }
        return trusted(key, version, values.clone());
    }

    /**
     * Returns a row as {@link #of} does, but looks at nothing and keeps the array itself: whoever calls it has made sure that the
     * values fit, and nobody may write to the array afterwards; for adapters.
     */
    public static Row trusted(RowKey key, long version, @Nullable Object[] values) {
        return new Row(key, version, values);
    }

    /** Returns the row's key. */
    public RowKey key() {
        return key;
    }

    /** Returns the row's version: 1 when it was inserted, one more with every write since. */
    public long version() {
        return version;
    }

    /** Returns the value of a column that is not empty in this row. */
    @SuppressWarnings("unchecked")
    public <T> T get(Column<T> column) {
        Object value = values[key.table().position(column)];
        if (value == null) {
            throw new IllegalStateException(column + " is empty in " + key);
        }
        return (T) value;
    }

    /** Returns the value of a column, or nothing where it is empty. */
    @SuppressWarnings("unchecked")
    public <T> Optional<T> find(Column<T> column) {
        return Optional.ofNullable((T) values[key.table().position(column)]);
    }

    /** Returns the value that stands at a position of {@link Table#columns()}, or null where it is empty; for adapters. */
    public @Nullable Object value(int position) {
        return values[position];
    }

    /** Returns a copy of the values in the order of {@link Table#columns()}; for adapters. */
    public @Nullable Object[] values() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Row row
                && row.key.equals(key)
                && row.version == version
                && java.util.Arrays.equals(row.values, values);
    }

    @Override
    public int hashCode() {
        return 31 * key.hashCode() + Long.hashCode(version);
    }

    /** Returns the key and the version; never the values, which may be personal. */
    @Override
    public String toString() {
        return key + "@" + version;
    }
}
