package dev.commercekit.jdbc.session;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** One value of a statement. */
@FunctionalInterface
public interface Parameter {

    /** Gives the value to the statement. */
    void set(PreparedStatement statement, int index) throws SQLException;

    /** Returns how many values this stands for, to tell a big statement from a small one. */
    default int size() {
        return 1;
    }

    /** A value that the driver takes as it is. */
    static Parameter of(@Nullable Object value) {
        return (statement, index) -> statement.setObject(index, value);
    }

    /** An array of values of the given type of the database. */
    static Parameter array(String type, @Nullable Object[] values) {
        return new Parameter() {
            @Override
            public void set(PreparedStatement statement, int index) throws SQLException {
                statement.setArray(index, statement.getConnection().createArrayOf(type, values));
            }

            @Override
            public int size() {
                return values.length;
            }
        };
    }
}
