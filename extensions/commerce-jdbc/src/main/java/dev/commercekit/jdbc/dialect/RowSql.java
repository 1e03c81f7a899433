package dev.commercekit.jdbc.dialect;

import dev.commercekit.jdbc.session.Sql;
import dev.commercekit.storage.table.Column;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.table.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes rows of results that have all columns of a table in order, and the version last. */
public final class RowSql {

    private RowSql() {}

    /** How a dialect reads a value. */
    @FunctionalInterface
    public interface Values {

        /** Returns the value at the place in a result, or null where it is empty. */
        @Nullable
        Object read(ResultSet row, int place, Column<?> column) throws SQLException;
    }

    /** Returns what reads rows. */
    public static Sql.Reader rows(Table table, Values values, Consumer<Row> rows) {
        return row -> {
            int columns = table.columns().size();
            @Nullable Object[] all = new Object[columns];
            for (int i = 0; i < columns; i++) {
                all[i] = values.read(row, i + 1, table.columns().get(i));
            }
            rows.accept(Row.of(key(table, all), row.getLong(columns + 1), all));
        };
    }

    /** Returns what reads keys. */
    public static Sql.Reader keys(Table table, Values values, Consumer<RowKey> keys) {
        return row -> {
            @Nullable Object[] all = new Object[table.key().size()];
            for (int i = 0; i < all.length; i++) {
                all[i] = values.read(row, i + 1, table.key().get(i));
            }
            keys.accept(key(table, all));
        };
    }

    private static RowKey key(Table table, @Nullable Object[] values) {
        List<Object> key = new ArrayList<>(table.key().size());
        for (int i = 0; i < table.key().size(); i++) {
            key.add(Objects.requireNonNull(values[i]));
        }
        return new RowKey(table, key);
    }
}
