package dev.commercekit.storage.table;

import dev.commercekit.Input;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A condition that every row of a table keeps, as data: {@code low <= high}, where either side is a column or a number. It is
 * the last line of defence; the write set that would break it is refused with {@code CHECK}. An empty column
 * breaks no check.
 *
 * @param low the column that must not be above the other side, or empty for the number
 * @param high the column that must not be below the other side, or empty for the number
 * @param number the number that stands on the side without a column
 */
public record Check(Optional<Column<?>> low, Optional<Column<?>> high, long number) {

    /** Checks that at least one side is a column of numbers. */
    public Check {
        Input.that(low.isPresent() || high.isPresent(), "check", "must name a column");
        low.ifPresent(Check::numeric);
        high.ifPresent(Check::numeric);
    }

    /** Demands that the column is never below the number. */
    public static Check atLeast(Column<?> column, long number) {
        return new Check(Optional.empty(), Optional.of(column), number);
    }

    /** Demands that the one column is never above the other. */
    public static Check notAbove(Column<?> column, Column<?> bound) {
        return new Check(Optional.of(column), Optional.of(bound), 0);
    }

    /** Returns whether the row keeps the condition. */
    public boolean holds(Row row) {
        Object left = side(low, row);
        Object right = side(high, row);
        if (left == null || right == null) {
            return true;
        }
        return left instanceof Long one && right instanceof Long other
                ? one <= other
                : decimal(left).compareTo(decimal(right)) <= 0;
    }

    private @Nullable Object side(Optional<Column<?>> column, Row row) {
        return column.isEmpty() ? (Object) number : row.value(row.key().table().position(column.get()));
    }

    private static BigDecimal decimal(Object value) {
        return value instanceof Long whole ? BigDecimal.valueOf(whole) : (BigDecimal) value;
    }

    private static void numeric(Column<?> column) {
        Input.that(
                column.type() == ColumnType.LONG || column.type() == ColumnType.DECIMAL,
                "check",
                "must name columns of numbers");
    }
}
