package dev.commercekit.jdbc.commit;

import dev.commercekit.storage.Write;
import dev.commercekit.storage.table.Column;
import org.jspecify.annotations.Nullable;

/** Additions to one row, one after the other, as one addition that goes through if each of them would. */
final class Addition {

    /** At how many places of a row it stands. */
    static final int PLACES = 4;

    private final Column<Long> column;
    private final boolean checked;
    private final @Nullable Object[] row;
    private final int place;
    private long sum;
    private long number;
    private long least = Long.MIN_VALUE;
    private long most = Long.MAX_VALUE;

    /** Creates it for a column; {@code checked} if the table has checks. It stands in a row from a place on. */
    Addition(Column<Long> column, boolean checked, @Nullable Object[] row, int place) {
        this.column = column;
        this.checked = checked;
        this.row = row;
        this.place = place;
    }

    /**
     * Adds one more. Returns whether they are still as one: they are of one column, and go in one direction if the row has checks,
     * since between two values that keep checks lie only such as keep them too.
     */
    boolean takes(Write.Add add) {
        boolean turns = sum < 0 ? add.delta() > 0 : sum > 0 && add.delta() < 0;
        long after = sum + add.delta();
        boolean overflows = ((sum ^ after) & (add.delta() ^ after)) < 0;
        if (!add.column().equals(column) || checked && turns || overflows) {
            return false;
        }
        sum = after;
        number++;
        return bounds(add.floor(), add.ceiling());
    }

    /** What the column may hold before all of them, so that it keeps the bounds of this one. */
    private boolean bounds(long floor, long ceiling) {
        long low = floor - sum;
        if (!overflows(floor, low)) {
            least = Math.max(least, low);
        } else if (floor >= 0) {
            return false;
        }
        long high = ceiling - sum;
        if (!overflows(ceiling, high)) {
            most = Math.min(most, high);
        } else if (ceiling < 0) {
            return false;
        }
        return true;
    }

    private boolean overflows(long bound, long difference) {
        return ((bound ^ sum) & (bound ^ difference)) < 0;
    }

    /** Puts the sum, how many they are, and the least and the greatest value before them, into the row. */
    void fill() {
        row[place] = sum;
        row[place + 1] = number;
        row[place + 2] = least;
        row[place + 3] = most;
    }
}
