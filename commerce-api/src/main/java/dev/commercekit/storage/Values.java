package dev.commercekit.storage;

import dev.commercekit.Input;
import dev.commercekit.storage.table.Column;
import dev.commercekit.storage.table.ColumnType;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.table.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The values that a write gives to columns of one table; columns that are not named keep what they hold. Immutable. */
public final class Values {

    private static final Object UNSET = new Object();

    private final Table table;
    private final @Nullable Object[] values;

    // Known beforehand, so that nothing is left to check where rows are made, which may be under a lock.
    private final boolean complete;

    private Values(Table table, @Nullable Object[] values) {
        this.table = table;
        this.values = values;
        this.complete = isComplete(table, values);
    }

    static Values of(Table table, Consumer<Setter> fill) {
        @Nullable Object[] values = new Object[table.columns().size()];
        java.util.Arrays.fill(values, UNSET);
        Setter setter = new Setter(table, values);
        fill.accept(setter);
        setter.closed = true;
        return new Values(table, values);
    }

    /** Returns whether the column is given a value. */
    public boolean sets(Column<?> column) {
        return values[table.position(column)] != UNSET;
    }

    /**
     * Returns the row's values after this write, in the order of {@link Table#columns()}; for adapters.
     *
     * @param before the values before, or null for an insert, where columns that are not named are empty
     * @param storageTime the storage's time, for the columns that are set to it
     */
    public @Nullable Object[] applyTo(@Nullable Object @Nullable [] before, Instant storageTime) {
        return applied(before == null ? new Object[values.length] : before.clone(), storageTime);
    }

    /**
     * Returns the row that an insert of these values makes, at version 1; for adapters.
     *
     * @throws IllegalArgumentException if a column that is never empty is not set
     */
    public Row inserted(RowKey key, Instant storageTime) {
        if (!complete) {
            throw new IllegalArgumentException("a row of " + table + " lacks a value");
        }
        @Nullable Object[] all = applyTo(null, storageTime);
        for (int i = 0; i < table.key().size(); i++) {
            all[i] = key.value(i);
        }
        return Row.trusted(key, 1, all);
    }

    /** Returns the row that an update by these values makes of a row of the same table, at its next version; for adapters. */
    public Row updated(Row before, Instant storageTime) {
        return Row.trusted(before.key(), before.version() + 1, applied(before.values(), storageTime));
    }

    /** Checks that these are values of the given table. */
    void requireOf(Table other) {
        Input.that(table.equals(other) && table.sameShape(other), "values", "must be of the table of the key");
    }

    private static boolean isComplete(Table table, @Nullable Object[] values) {
        for (int i = table.key().size(); i < values.length; i++) {
            if (values[i] == UNSET && !table.columns().get(i).nullable()) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Object[] applied(@Nullable Object[] result, Instant storageTime) {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value != UNSET) {
                result[i] = value instanceof StorageTime time ? time.at(storageTime) : value;
            }
        }
        return result;
    }

    /**
     * A value that the storage computes: its own time plus a duration.
     *
     * @param plus what is added to the storage's time; it may be negative
     */
    public record StorageTime(Duration plus) {

        private static final StorageTime NOW = new StorageTime(Duration.ZERO);

        /** Returns the moment that this stands for, given the storage's time. */
        public Instant at(Instant storageTime) {
            return storageTime.plus(plus).truncatedTo(ChronoUnit.MICROS);
        }
    }

    /** Returns the raw value of a column that is set: a value, null, or a {@link StorageTime}; for adapters. */
    public @Nullable Object raw(Column<?> column) {
        Object value = values[table.position(column)];
        if (value == UNSET) {
            throw new IllegalArgumentException(column + " is not set");
        }
        return value;
    }

    /** Sets values, each column at most once. */
    public static final class Setter {

        private final Table table;
        private final @Nullable Object[] values;
        private boolean closed;

        private Setter(Table table, @Nullable Object[] values) {
            this.table = table;
            this.values = values;
        }

        /** Sets a column. */
        public <T> Setter set(Column<T> column, T value) {
            return put(column, value instanceof Instant instant ? instant.truncatedTo(ChronoUnit.MICROS) : value);
        }

        /** Sets a nullable column to the value, or empties it. */
        public <T> Setter set(Column<T> column, Optional<? extends T> value) {
            return value.isPresent() ? set(column, value.get()) : empty(column);
        }

        /** Empties a nullable column. */
        public Setter empty(Column<?> column) {
            return put(column, null);
        }

        /** Sets a column to the storage's own time at the commit, plus a duration. */
        public Setter setToNow(Column<Instant> column, Duration plus) {
            return put(column, plus.isZero() ? StorageTime.NOW : new StorageTime(plus));
        }

        private Setter put(Column<?> column, @Nullable Object value) {
            int position = table.position(column);
            boolean fits = value instanceof StorageTime ? column.type() == ColumnType.INSTANT : column.holds(value);
            if (!fits) {
                throw new IllegalArgumentException(column + " of " + table + " cannot have such a value");
            }
            if (closed || values[position] != UNSET || position < table.key().size()) {
                throw new IllegalArgumentException(column + " of " + table + " is a key or set twice");
            }
            values[position] = value;
            return this;
        }
    }
}
