package dev.commercekit.jdbc.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement with its values.
 *
 * @param text the statement, without a semicolon
 * @param rows the values of its parameters, once for each time that it is to be carried out
 * @param results what takes each row that it returns, or null if it returns none
 * @param brief whether it returns no more than one row, however many values it has
 */
public record Sql(
        String text, List<List<Parameter>> rows, @Nullable Reader results, boolean brief) {

    /** Takes one row of a result. */
    @FunctionalInterface
    public interface Reader {

        /** Takes the row on which the result stands. */
        void read(ResultSet row) throws SQLException;
    }

    /** A statement without values or results. */
    public static Sql of(String text) {
        return new Sql(text, List.of(List.of()), null, true);
    }

    /** A statement that changes rows, once. */
    public static Sql change(String text, List<Parameter> values) {
        return new Sql(text, List.of(values), null, false);
    }

    /** A statement that changes rows, once for each list of values. */
    public static Sql changes(String text, List<List<Parameter>> rows) {
        return new Sql(text, rows, null, false);
    }

    /** A statement that returns rows. */
    public static Sql query(String text, List<Parameter> values, Reader results) {
        return new Sql(text, List.of(values), results, false);
    }

    /** A statement that returns one row. */
    public static Sql answer(String text, List<Parameter> values, Reader result) {
        return new Sql(text, List.of(values), result, true);
    }

    /** Returns how many values it has that may be about as many rows of a result. */
    int size() {
        int size = 0;
        if (brief) {
            return size;
        }
        for (List<Parameter> values : rows) {
            for (Parameter value : values) {
                size += value.size();
            }
        }
        return size;
    }
}
