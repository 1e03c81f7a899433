package dev.commercekit.jdbc.dialect;

import dev.commercekit.jdbc.session.Sql;
import dev.commercekit.jdbc.table.SqlTable;
import dev.commercekit.storage.table.Column;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** What differs between databases, beside the statements of one table. Immutable. */
public interface Dialect {

    /** Returns the statements of a table. */
    TableStatements statements(SqlTable table);

    /** Returns what begins a transaction that locks rows and waits for locked ones as long as given. */
    List<Sql> begin(Duration lockTimeout);

    /** Returns what stands before reads; whether it begins a transaction says {@link #readsInTransaction}. */
    List<Sql> beginRead();

    /** Returns whether reads run in a transaction, which COMMIT ends. */
    boolean readsInTransaction();

    /** Returns a query for the database's own time: that of the statement, not of the transaction's start. */
    Sql time(Consumer<Instant> time);

    /** Returns whether rows are locked one by one, so that who needs a locked one can be told from the others. */
    boolean locksRows();

    /** Returns whether several statements may be sent in one round trip, of which none runs after one that failed. */
    boolean sendsTogether();

    /** Returns what lets only one instance at a time create tables, until the transaction ends. */
    List<Sql> guardCreation(String name);

    /** Returns the type of a column as the database's catalog names it. */
    String type(Column<?> column);

    /** Returns what an error means. */
    Failure failure(SQLException error);

    /** Returns whether an error in answer to COMMIT, or to statements with it, says that nothing was committed. */
    boolean surelyUndone(SQLException error);
}
