package dev.commercekit.storage.table;

import dev.commercekit.Input;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A table as data: its name, key, typed columns, indexes and checks. Every row has a version besides, which the storage keeps:
 * 1 when it is inserted, one more with every write. Immutable; two tables are the same if their names are.
 */
public final class Table {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    private final String name;
    private final List<Column<?>> key;
    private final List<Column<?>> columns;
    private final Column<?>[] positions;
    private final Map<String, Index> indexes;
    private final List<Index> secondary;
    private final List<Check> checks;

    private Table(Builder builder) {
        this.name = builder.name;
        this.key = List.copyOf(builder.key);
        this.columns = List.copyOf(builder.columns);
        this.positions = columns.toArray(Column<?>[]::new);
        this.indexes = Collections.unmodifiableMap(new LinkedHashMap<>(builder.indexes));
        this.secondary = indexes.values().stream()
                .filter(index -> !index.name().equals(Index.PRIMARY))
                .toList();
        this.checks = List.copyOf(builder.checks);
    }

    /** Starts a table with the given name, in lower snake case, and its key of one to three columns. */
    public static Builder named(String name, Column<?>... key) {
        return new Builder(name, List.of(key));
    }

    /** Returns the name. */
    public String name() {
        return name;
    }

    /** Returns the columns of the key, in order. */
    public List<Column<?>> key() {
        return key;
    }

    /** Returns all columns in order, those of the key first. */
    public List<Column<?>> columns() {
        return columns;
    }

    /** Returns the secondary indexes. */
    public List<Index> indexes() {
        return secondary;
    }

    /** Returns the checks. */
    public List<Check> checks() {
        return checks;
    }

    /** Returns the index with the given name, or the one by the key for {@link Index#PRIMARY}. */
    public Index index(String indexName) {
        return Optional.ofNullable(indexes.get(indexName))
                .orElseThrow(() -> new IllegalArgumentException("table " + name + " has no index " + indexName));
    }

    /** Returns the column with the given name. */
    public Column<?> column(String columnName) {
        return columns.stream()
                .filter(column -> column.name().equals(columnName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("table " + name + " has no column " + columnName));
    }

    /** Returns the key of the row with the given key values, one for each column of the key. */
    public RowKey key(Object... values) {
        return new RowKey(this, List.of(values));
    }

    /** Returns the key of the row with the given value in the only column of the key. */
    public RowKey key(Object value) {
        return new RowKey(this, 1, value, null, null);
    }

    /** Returns the key of the row with the given values in the two columns of the key. */
    public RowKey key(Object first, Object second) {
        return new RowKey(this, 2, first, second, null);
    }

    /** Returns where the column stands among {@link #columns()}; a column of another table is an error. */
    public int position(Column<?> column) {
        for (int i = 0; i < positions.length; i++) {
            if (positions[i] == column) {
                return i;
            }
        }
        throw new IllegalArgumentException("table " + name + " has no column " + column);
    }

    /** Returns whether the other table has the same columns, indexes and checks; for adapters, which may meet both by one name. */
    // Identity first, because every read and write comes by here.
    @SuppressWarnings("ReferenceEquality")
    public boolean sameShape(Table other) {
        return this == other
                || key.equals(other.key)
                        && columns.equals(other.columns)
                        && checks.equals(other.checks)
                        && new HashSet<>(secondary).equals(new HashSet<>(other.secondary));
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Table table && table.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }

    /** Collects the parts of a table. */
    public static final class Builder {

        private final String name;
        private final List<Column<?>> key;
        private final List<Column<?>> columns = new ArrayList<>();
        private final Map<String, Index> indexes = new LinkedHashMap<>();
        private final List<Check> checks = new ArrayList<>();

        private Builder(String name, List<Column<?>> key) {
            Input.that(NAME.matcher(name).matches(), "table", "must be lower_snake_case of at most 40 characters");
            Input.range(key.size(), "key", 1, 3);
            for (Column<?> column : key) {
                Input.that(!column.nullable(), "key", "must not be nullable");
                Input.that(
                        column.type() == ColumnType.TEXT || column.type() == ColumnType.LONG,
                        "key",
                        "must be text or number");
            }
            this.name = name;
            this.key = key;
            columns.addAll(key);
            indexes.put(Index.PRIMARY, new Index(name, Index.PRIMARY, List.of()));
        }

        /** Adds columns after those of the key. */
        public Builder columns(Column<?>... more) {
            columns.addAll(List.of(more));
            return this;
        }

        /** Adds an index over columns of the table. */
        public Builder index(String indexName, Column<?>... by) {
            Input.that(NAME.matcher(indexName).matches(), "index", "must be lower_snake_case of at most 40 characters");
            Input.that(columns.containsAll(List.of(by)), "index", "must be over columns of the table");
            Input.that(
                    indexes.put(indexName, new Index(name, indexName, List.of(by))) == null, "index", "must be unique");
            return this;
        }

        /** Adds a check over columns of the table. */
        public Builder check(Check check) {
            checks.add(check);
            return this;
        }

        /** Returns the table. */
        public Table build() {
            Set<String> names = new HashSet<>();
            for (Column<?> column : columns) {
                Input.that(names.add(column.name()), "columns", "must have unique names");
            }
            return new Table(this);
        }
    }
}
