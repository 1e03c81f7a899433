package dev.commercekit.storage.table;

import java.util.List;

/**
 * An order in which the rows of a table can be scanned: by the index's columns, then by the table's key. A row in which one of
 * the index's columns is empty is not in the index. The primary index is the key itself.
 *
 * @param table the name of the table
 * @param name the name of the index, unique in its table
 * @param columns the columns by which it sorts, without those of the key
 */
public record Index(String table, String name, List<Column<?>> columns) {

    /** The name of every table's index by its key alone. */
    public static final String PRIMARY = "primary";

    /** Copies the columns. */
    public Index {
        columns = List.copyOf(columns);
    }
}
