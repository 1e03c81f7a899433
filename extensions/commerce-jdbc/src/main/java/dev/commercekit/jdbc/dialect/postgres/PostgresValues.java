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

    /** Returns the types of the values of columns, and further ones. */
    static List<String> types(List<Column<?>> columns, String... more) {
        return Stream.concat(columns.stream().map(PostgresValues::type), Stream.of(more))
                .toList();
    }

    static List<Parameter> keys(PostgresShape shape, Table table, List<RowKey> keys) {
        List<Parameter> all = new ArrayList<>();
        for (int i = 0; i < table.key().size(); i++) {
            @Nullable Object[] values = array(table.key().get(i), keys.size());
            for (int j = 0; j < values.length; j++) {
                values[j] = sent(keys.get(j).values().get(i));
            }
            all.add(shape.parameter(type(table.key().get(i)), values));
        }
        return all;
    }

    /** Returns the values of the columns, then the versions. */
    static List<Parameter> columns(PostgresShape shape, List<Column<?>> columns, List<Row> rows) {
        List<Parameter> all = new ArrayList<>(columns.size() + 1);
        for (Column<?> column : columns) {
            @Nullable Object[] values = array(column, rows.size());
            for (int j = 0; j < values.length; j++) {
                Object value = rows.get(j).find(column).orElse(null);
                values[j] = value == null ? null : sent(value);
            }
            all.add(shape.parameter(type(column), values));
        }
        Long[] versions = new Long[rows.size()];
        for (int j = 0; j < versions.length; j++) {
            versions[j] = rows.get(j).version();
        }
        all.add(shape.parameter("int8", versions));
        return all;
    }

    /** Returns the values at one place of rows, for parameters of the given type; moments and decimals travel as text. */
    static @Nullable Object[] sent(String type, List<@Nullable Object[]> rows, int place) {
        @Nullable Object[] values = type.equals("int8") ? new Long[rows.size()] : new String[rows.size()];
        for (int j = 0; j < values.length; j++) {
            Object value = rows.get(j)[place];
            values[j] = value == null ? null : sent(value);
        }
        return values;
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
