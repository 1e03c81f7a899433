package dev.commercekit.jdbc.dialect;

import dev.commercekit.jdbc.session.Session;
import dev.commercekit.jdbc.session.Sql;
import dev.commercekit.jdbc.table.SqlTable;
import dev.commercekit.storage.table.Column;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What differs between databases, beside the statements of one table. Immutable. */
public interface Dialect {

    /** Returns the statements of a table. */
    TableStatements statements(SqlTable table);

    /** Returns what makes a transaction of a call. */
    Bracket transaction();

    /** Returns what makes a call a part of a transaction that the host has begun; the table is one that is surely there. */
    Bracket savepoint(SqlTable table);

    /**
     * Demands that a transaction of the host is in a mode in which it can be joined.
     *
     * @throws dev.commercekit.storage.transaction.TransactionNotJoinableException if it is not
     */
    void requireJoinable(Session session) throws SQLException;

    /** Returns a query for the database's own time: that of the statement, not of the transaction's start. */
    Sql time(Consumer<Instant> time);

    /** Returns whether rows are locked one by one, so that who needs a locked one can be told from the others. */
    boolean locksRows();

    /** Returns whether several statements may be sent in one round trip, of which none runs after one that failed. */
    boolean sendsTogether();

    /** Returns what makes foreseen changes of these tables in one statement, if the database can do that. */
    default Optional<AtOnce> atOnce(KnownTables tables) {
        return Optional.empty();
    }

    /** Returns what lets only one instance at a time create tables, until the transaction ends. */
    List<Sql> guardCreation(String name);

    /** Returns the type of a column as the database's catalog names it. */
    String type(Column<?> column);

    /** Returns what an error means. */
    Failure failure(SQLException error);

    /** Returns whether an error in answer to COMMIT, or to statements with it, says that nothing was committed. */
    boolean surelyUndone(SQLException error);
}
