package dev.commercekit.storage;

import dev.commercekit.Input;
import dev.commercekit.storage.table.Column;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One change of one row, or one condition on it, as data. Each has a precondition; if it fails the whole {@link WriteSet} is
 * refused, or one of its {@link Alternative}s applies.
 */
public sealed interface Write {

    /** Returns the row that is written or required. */
    RowKey key();

    /** Inserts a row that must be absent; its version becomes 1. */
    static Insert insert(RowKey key, Consumer<Values.Setter> values) {
        return new Insert(key, Values.of(key.table(), values));
    }

    /** Updates a row that must be at the version at which it was read. */
    static Update update(Row row, Consumer<Values.Setter> values) {
        return update(row.key(), row.version(), values);
    }

    /** Updates a row that must be at the given version. */
    static Update update(RowKey key, long version, Consumer<Values.Setter> values) {
        return new Update(key, version, Values.of(key.table(), values));
    }

    /** Deletes a row that must be at the version at which it was read. */
    static Delete delete(Row row) {
        return new Delete(row.key(), row.version());
    }

    /** Changes nothing, but demands that a row is still at the version at which it was read. */
    static Require require(Row row) {
        return new Require(row.key(), row.version());
    }

    /** Adds to a column of a row that must exist, whatever its version, which is raised. */
    static Add add(RowKey key, Column<Long> column, long delta) {
        return new Add(key, column, delta, Long.MIN_VALUE, Long.MAX_VALUE, Optional.empty());
    }

    /**
     * Inserts a row.
     *
     * @param key the row, which must be absent
     * @param values the values of its columns beside the key
     */
    record Insert(RowKey key, Values values) implements Write {

        /** Checks that the values are of the key's table. */
        public Insert {
            values.requireOf(key.table());
        }
    }

    /**
     * Updates a row.
     *
     * @param key the row
     * @param version the version that it must have; it becomes one more
     * @param values the columns that change
     */
    record Update(RowKey key, long version, Values values) implements Write {

        /** Checks that the values are of the key's table. */
        public Update {
            values.requireOf(key.table());
        }
    }

    /**
     * Deletes a row. A row that is inserted again under the same key begins at version 1 anew, so a table whose rows come
     * back must not rely on versions across the gap.
     *
     * @param key the row
     * @param version the version that it must have
     */
    record Delete(RowKey key, long version) implements Write {}

    /**
     * Demands a version.
     *
     * @param key the row
     * @param version the version that it must have
     */
    record Require(RowKey key, long version) implements Write {}

    /**
     * Adds to a column. It ignores the row's version, but raises it.
     *
     * @param key the row
     * @param column the column; its value is never empty
     * @param delta what is added; it may be negative
     * @param floor the least value that the column may have afterwards
     * @param ceiling the greatest value that the column may have afterwards
     * @param initial the row to begin with where it is absent (the column then counts from its value there); without it the
     *     row must exist
     */
    record Add(RowKey key, Column<Long> column, long delta, long floor, long ceiling, Optional<Values> initial)
            implements Write {

        /** Checks that the column is one of the table's numbers, and that the values are of that table. */
        public Add {
            int position = key.table().position(column);
            Input.that(
                    position >= key.table().key().size() && !column.nullable(),
                    "column",
                    "must be a number column beside the key that is never empty");
            initial.ifPresent(values -> values.requireOf(key.table()));
        }

        /** Returns the same addition with a least value; one that would fall below it is refused. */
        public Add withFloor(long least) {
            return new Add(key, column, delta, least, ceiling, initial);
        }

        /** Returns the same addition with a greatest value; one that would rise above it is refused. */
        public Add withCeiling(long greatest) {
            return new Add(key, column, delta, floor, greatest, initial);
        }

        /** Returns the same addition that begins with the given row where there is none. */
        public Add orInsert(Consumer<Values.Setter> values) {
            return new Add(key, column, delta, floor, ceiling, Optional.of(Values.of(key.table(), values)));
        }
    }
}
