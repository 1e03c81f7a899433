package dev.commercekit.jdbc.dialect.sqlite;

import dev.commercekit.jdbc.dialect.Moments;
import dev.commercekit.jdbc.dialect.Texts;
import dev.commercekit.jdbc.session.Parameter;
import dev.commercekit.storage.table.Column;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How values travel to SQLite and back. It has no types for moments and exact decimals; as text both stay exact and can be
 * read by people and by its date functions.
 */
final class SqliteValues {

    private SqliteValues() {}

    static Parameter parameter(@Nullable Object value) {
        if (value == null || value instanceof Long) {
            return Parameter.of(value);
        }
        String text = value instanceof Instant moment ? Moments.text(moment) : value.toString();
        return Parameter.of(Texts.storable(text));
    }

    static @Nullable Object read(ResultSet row, int place, Column<?> column) throws SQLException {
        String text;
        switch (column.type()) {
            case LONG -> {
                long number = row.getLong(place);
                return row.wasNull() ? null : number;
            }
            case DECIMAL -> {
                text = row.getString(place);
                return text == null ? null : new BigDecimal(text);
            }
            case INSTANT -> {
                text = row.getString(place);
                return text == null ? null : Moments.parse(text);
            }
            default -> {
                return row.getString(place);
            }
        }
    }
}
