package dev.commercekit.jdbc.dialect.sqlite;

import dev.commercekit.jdbc.dialect.Bracket;
import dev.commercekit.jdbc.dialect.Dialect;
import dev.commercekit.jdbc.dialect.Failure;
import dev.commercekit.jdbc.dialect.TableStatements;
import dev.commercekit.jdbc.session.Session;
import dev.commercekit.jdbc.session.Sql;
import dev.commercekit.jdbc.table.SqlTable;
import dev.commercekit.storage.table.Column;
import dev.commercekit.storage.table.ColumnType;
import dev.commercekit.storage.transaction.TransactionNotJoinableException;
import dev.commercekit.storage.transaction.TransactionNotJoinableException.Reason;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * SQLite. A transaction that writes has the file to itself from its beginning, so rows need no locks; the time that one waits
 * for the file is a setting of the connection. Its clock is that of the machine, in milliseconds.
 */
public final class Sqlite implements Dialect {

    @Override
    public TableStatements statements(SqlTable table) {
        return new SqliteTable(table);
    }

    @Override
    public Bracket transaction() {
        return new SqliteTransaction();
    }

    @Override
    public Bracket savepoint(SqlTable table) {
        return new SqliteSavepoint(table);
    }

    /** Whatever the driver calls its isolation: a transaction that writes is the only one, and what it reads is the newest. */
    @Override
    public void requireJoinable(Session session) throws SQLException {
        if (session.connection().isReadOnly()) {
            throw new TransactionNotJoinableException(Reason.READ_ONLY, "the connection is read-only");
        }
    }

    @Override
    public Sql time(Consumer<Instant> time) {
        return Sql.query(
                "SELECT CAST(round(unixepoch('now', 'subsec') * 1000) AS INTEGER)",
                List.of(),
                row -> time.accept(Instant.ofEpochMilli(row.getLong(1))));
    }

    @Override
    public boolean locksRows() {
        return false;
    }

    @Override
    public boolean sendsTogether() {
        return false;
    }

    @Override
    public List<Sql> guardCreation(String name) {
        return List.of();
    }

    @Override
    public String type(Column<?> column) {
        return column.type() == ColumnType.LONG ? "INTEGER" : "TEXT";
    }

    @Override
    public Failure failure(SQLException error) {
        return SqliteErrors.failure(error);
    }

    @Override
    public boolean surelyUndone(SQLException error) {
        Failure failure = failure(error);
        return failure == Failure.BUSY || failure == Failure.FULL || failure == Failure.DUPLICATE;
    }
}
