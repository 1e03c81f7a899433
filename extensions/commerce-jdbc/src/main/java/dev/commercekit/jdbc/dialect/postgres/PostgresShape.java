package dev.commercekit.jdbc.dialect.postgres;

import dev.commercekit.jdbc.session.Parameter;
import java.sql.Types;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** In which shape the values of rows stand in a statement. */
enum PostgresShape {
    /** One row, and a value for each column: the planner takes them for constants, as in a statement written for one row. */
    ONE {
        @Override
        String column(String type) {
            return "?::" + type;
        }

        @Override
        Parameter parameter(String type, @Nullable Object[] values) {
            Object value = values[0];
            int ifEmpty = type.equals("int8") ? Types.BIGINT : Types.VARCHAR;
            // A value that is empty must be of the type of the others, or the driver prepares the statement anew.
            return (statement, index) -> {
                if (value == null) {
                    statement.setNull(index, ifEmpty);
                } else {
                    statement.setObject(index, value);
                }
            };
        }
    },

    /**
     * Any number of rows, and an array for each column. The arrays stand among the columns of a query: the server would keep the
     * rows of a function in FROM in memory of their own for each array, and give that back to the system after each statement.
     */
    MANY {
        @Override
        String column(String type) {
            return "unnest(?::" + type + "[])";
        }

        @Override
        Parameter parameter(String type, @Nullable Object[] values) {
            return Parameter.array(type, values);
        }
    };

    /** Returns the query that makes the rows, given the types of their columns. */
    String rows(List<String> types) {
        return types.stream().map(this::column).collect(Collectors.joining(", ", "SELECT ", ""));
    }

    abstract String column(String type);

    /** Returns what carries the values of one column, which are text or numbers, and null where they are empty. */
    abstract Parameter parameter(String type, @Nullable Object[] values);
}
