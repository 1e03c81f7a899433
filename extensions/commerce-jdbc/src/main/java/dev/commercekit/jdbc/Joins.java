package dev.commercekit.jdbc;

import dev.commercekit.Input;
import dev.commercekit.jdbc.commit.JoinedCommitter;
import dev.commercekit.jdbc.dialect.Bracket;
import dev.commercekit.jdbc.dialect.Dialect;
import dev.commercekit.jdbc.dialect.KnownTables;
import dev.commercekit.jdbc.dialect.Undone;
import dev.commercekit.jdbc.read.Reader;
import dev.commercekit.jdbc.session.JoinedSessions;
import dev.commercekit.jdbc.session.Session;
import dev.commercekit.jdbc.table.SqlTable;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.Witness;
import dev.commercekit.storage.transaction.TransactionNotJoinableException;
import dev.commercekit.storage.transaction.TransactionNotJoinableException.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;

/** Looks whether a transaction of the host can be joined, and joins it. */
final class Joins {

    private Joins() {}

    static Storage join(Connection transaction, SqlProduct product, KnownTables tables, JdbcOptions options) {
        Dialect dialect = product.dialect();
        JoinedSessions sessions = new JoinedSessions(Input.required(transaction, "transaction"));
        try (Session session = sessions.open(true)) {
            requireProduct(session.connection(), product);
            dialect.requireJoinable(session);
        } catch (SQLException error) {
            throw new Undone(dialect.failure(error), true, error).inTransaction();
        }
        SqlTable witness = SqlTable.of(Witness.TABLE, options.naming());
        Supplier<Bracket> savepoints = () -> dialect.savepoint(witness);
        Reader reader = new Reader(sessions, dialect, tables, savepoints);
        // On a file it begins to write now, before anything that it reads may grow old.
        reader.now();
        return new JoinedStorage(
                tables, reader, new JoinedCommitter(sessions, dialect, tables, savepoints, options.lockTimeout()));
    }

    private static void requireProduct(Connection connection, SqlProduct product) throws SQLException {
        String name = connection.getMetaData().getDatabaseProductName();
        if (SqlProduct.of(name) != product) {
            throw new TransactionNotJoinableException(
                    Reason.DATABASE, "the connection leads to " + name + ", and the shop is elsewhere");
        }
    }
}
