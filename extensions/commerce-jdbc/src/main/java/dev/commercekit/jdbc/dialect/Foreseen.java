package dev.commercekit.jdbc.dialect;

import dev.commercekit.storage.table.Column;
import dev.commercekit.storage.table.Table;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One kind of change of rows of one table, as it is if all of them are as those who change them have seen them.
 *
 * @param form what is alike for all rows
 * @param rows each row, in the order of the keys. For an insert the values of all columns; for an update those of the key, those of
 *     the columns that are written, and the version before; for an addition those of the key, the sum, how many additions it is,
 *     and the least and the greatest value that the column may have before
 */
public record Foreseen(Form form, List<@Nullable Object[]> rows) {

    /** What is done with the rows. */
    public enum Kind {
        /** They are absent, and get version 1. */
        INSERT,
        /** They are at a version, and get the next one. */
        UPDATE,
        /** Something is added to one column; the version is raised. */
        ADD
    }

    /**
     * What the statement depends on, beside how many rows there are.
     *
     * @param kind what is done
     * @param table whose rows they are
     * @param columns which columns an update or an addition writes, in order
     * @param timed at which places of a row stand microseconds, which are counted from the storage's time
     */
    public record Form(Kind kind, Table table, List<Column<?>> columns, BitSet timed) {}
}
