package dev.commercekit.jdbc.dialect;

import dev.commercekit.jdbc.session.Sql;
import dev.commercekit.storage.Scan;
import dev.commercekit.storage.table.Column;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import java.util.List;
import java.util.function.Consumer;

/** The statements of one table in one dialect. However many rows are named, each is one statement. Immutable. */
public interface TableStatements {

    /**
     * Returns the statements for lists of one row. They are for scripts of which every statement is about one row, so that the
     * texts of scripts stay few enough to be kept prepared.
     */
    default TableStatements single() {
        return this;
    }

    /** Reads the rows with the given keys, and locks them in the order of the keys. */
    Sql read(List<RowKey> keys, Lock lock, Consumer<Row> rows);

    /** Finds those of the rows that another transaction has locked now; those that are not locked, it locks. */
    Sql findLocked(List<RowKey> keys, Consumer<RowKey> locked);

    /** Reads rows in the order of an index. */
    Sql scan(Scan scan, Consumer<Row> rows);

    /** Inserts rows, in order, which must all be absent. */
    Sql insert(List<Row> rows);

    /** Writes the given columns and the version of rows that exist. */
    Sql update(List<Column<?>> columns, List<Row> rows);

    /** Deletes rows that exist. */
    Sql delete(List<RowKey> keys);

    /** Returns the statements that create the table and its indexes where they are absent. */
    List<String> create();
}
