package dev.commercekit.storage.table;

import dev.commercekit.Input;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A typed column of a {@link Table}. Columns compare by identity: declare each once, as a constant beside its table.
 *
 * @param <T> the Java type of its values
 */
public final class Column<T> {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    private final String name;
    private final ColumnType type;
    private final boolean nullable;

    private Column(String name, ColumnType type, boolean nullable) {
        Input.that(NAME.matcher(name).matches(), "column", "must be lower_snake_case of at most 40 characters");
        this.name = name;
        this.type = type;
        this.nullable = nullable;
    }

    /** Declares a text column. */
    public static Column<String> text(String name) {
        return new Column<>(name, ColumnType.TEXT, false);
    }

    /** Declares a column of whole numbers. */
    public static Column<Long> number(String name) {
        return new Column<>(name, ColumnType.LONG, false);
    }

    /** Declares a column of exact decimals. */
    public static Column<BigDecimal> decimal(String name) {
        return new Column<>(name, ColumnType.DECIMAL, false);
    }

    /** Declares a column of moments. */
    public static Column<Instant> instant(String name) {
        return new Column<>(name, ColumnType.INSTANT, false);
    }

    /** Declares a column of JSON documents. */
    public static Column<String> json(String name) {
        return new Column<>(name, ColumnType.JSON, false);
    }

    /** Returns a column of the same name and type that may be empty; an index leaves out rows in which it is. */
    public Column<T> orNull() {
        return new Column<>(name, type, true);
    }

    /** Returns the name, in lower snake case. */
    public String name() {
        return name;
    }

    /** Returns what the column holds. */
    public ColumnType type() {
        return type;
    }

    /** Returns whether a row may leave the column empty. */
    public boolean nullable() {
        return nullable;
    }

    /** Returns whether a row may have the value in this column; null stands for an empty one. */
    public boolean holds(@Nullable Object value) {
        return value == null ? nullable : type.javaType().isInstance(value);
    }

    @Override
    public String toString() {
        return name;
    }
}
