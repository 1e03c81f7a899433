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
 */
public record Sql(
        String text, List<List<Parameter>> rows, @Nullable Reader results) {

    /** Takes one row of a result. */
    @FunctionalInterface
    public interface Reader {

        /** Takes the row on which the result stands. */
        void read(ResultSet row) throws SQLException;
    }

    /** A statement without values or results. */
    public static Sql of(String text) {
        return new Sql(text, List.of(List.of()), null);
    }

    /** A statement that changes rows, once. */
    public static Sql change(String text, List<Parameter> values) {
        return new Sql(text, List.of(values), null);
    }

    /** A statement that changes rows, once for each list of values. */
    public static Sql changes(String text, List<List<Parameter>> rows) {
        return new Sql(text, rows, null);
    }

    /** A statement that returns rows. */
    public static Sql query(String text, List<Parameter> values, Reader results) {
        return new Sql(text, List.of(values), results);
    }

    int size() {
        int size = 0;
        for (List<Parameter> values : rows) {
            for (Parameter value : values) {
                size += value.size();
            }
        }
        return size;
    }
}
