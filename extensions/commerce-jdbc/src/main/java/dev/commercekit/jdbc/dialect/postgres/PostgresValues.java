package dev.commercekit.jdbc.dialect.postgres;

import dev.commercekit.jdbc.dialect.Moments;
import dev.commercekit.jdbc.dialect.Texts;
import dev.commercekit.jdbc.session.Parameter;
import dev.commercekit.storage.table.Column;
import dev.commercekit.storage.table.ColumnType;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.table.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How values travel to PostgreSQL and back. */
final class PostgresValues {

    private PostgresValues() {}

    /** Text sorts by its bytes in UTF-8, whatever the database's locale; JSON stays as it was written. */
    static String declaration(Column<?> column) {
        return switch (column.type()) {
            case TEXT -> "text COLLATE \"C\"";
            case LONG -> "bigint";
            case DECIMAL -> "numeric";
            case INSTANT -> "timestamptz(6)";
            case JSON -> "json";
        };
    }

    /** The type of a column's values in an array. */
    private static String type(Column<?> column) {
        return switch (column.type()) {
            case TEXT -> "text";
            case LONG -> "int8";
            case DECIMAL -> "numeric";
            case INSTANT -> "timestamptz";
            case JSON -> "json";
        };
    }

    /**
     * Returns the query that makes rows of one array for each column, and for each further type. The server would keep the rows
     * of a function in FROM in memory of their own for each array, and give that back to the system after each statement.
     */
    static String unnest(List<Column<?>> columns, String... more) {
        return Stream.concat(columns.stream().map(PostgresValues::type), Stream.of(more))
                .map(type -> "unnest(?::" + type + "[])")
                .collect(Collectors.joining(", ", "SELECT ", ""));
    }

    static List<Parameter> keys(Table table, List<RowKey> keys) {
        List<Parameter> arrays = new ArrayList<>();
        for (int i = 0; i < table.key().size(); i++) {
            @Nullable Object[] values = array(table.key().get(i), keys.size());
            for (int j = 0; j < values.length; j++) {
                values[j] = sent(keys.get(j).values().get(i));
            }
            arrays.add(Parameter.array(type(table.key().get(i)), values));
        }
        return arrays;
    }

    static List<Parameter> columns(List<Column<?>> columns, List<Row> rows) {
        List<Parameter> arrays = new ArrayList<>();
        for (Column<?> column : columns) {
            @Nullable Object[] values = array(column, rows.size());
            for (int j = 0; j < values.length; j++) {
                Object value = rows.get(j).find(column).orElse(null);
                values[j] = value == null ? null : sent(value);
            }
            arrays.add(Parameter.array(type(column), values));
        }
        return arrays;
    }

    static Parameter versions(List<Row> rows) {
        return Parameter.array("int8", rows.stream().map(Row::version).toArray(Long[]::new));
    }

    static Parameter single(Object value) {
        return Parameter.of(value instanceof Instant moment ? OffsetDateTime.ofInstant(moment, ZoneOffset.UTC) : value);
    }

    static @Nullable Object read(ResultSet row, int place, Column<?> column) throws SQLException {
        switch (column.type()) {
            case LONG -> {
                long number = row.getLong(place);
                return row.wasNull() ? null : number;
            }
            case DECIMAL -> {
                return row.getBigDecimal(place);
            }
            case INSTANT -> {
                OffsetDateTime moment = row.getObject(place, OffsetDateTime.class);
                return moment == null ? null : moment.toInstant();
            }
            default -> {
                return row.getString(place);
            }
        }
    }

    private static @Nullable Object[] array(Column<?> column, int size) {
        return column.type() == ColumnType.LONG ? new Long[size] : new String[size];
    }

    private static Object sent(Object value) {
        if (value instanceof Instant moment) {
            return Moments.text(moment);
        }
        return value instanceof Long ? value : Texts.storable(value.toString());
    }
}
