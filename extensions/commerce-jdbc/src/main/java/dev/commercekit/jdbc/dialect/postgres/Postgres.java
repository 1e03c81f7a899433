package dev.commercekit.jdbc.dialect.postgres;

import dev.commercekit.jdbc.dialect.AtOnce;
import dev.commercekit.jdbc.dialect.Bracket;
import dev.commercekit.jdbc.dialect.Dialect;
import dev.commercekit.jdbc.dialect.Failure;
import dev.commercekit.jdbc.dialect.KnownTables;
import dev.commercekit.jdbc.dialect.TableStatements;
import dev.commercekit.jdbc.session.Parameter;
import dev.commercekit.jdbc.session.Session;
import dev.commercekit.jdbc.session.Sql;
import dev.commercekit.jdbc.table.SqlTable;
import dev.commercekit.storage.table.Column;
import dev.commercekit.storage.transaction.TransactionNotJoinableException;
import dev.commercekit.storage.transaction.TransactionNotJoinableException.Reason;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** PostgreSQL. Rows are locked one by one, and several statements travel together. */
public final class Postgres implements Dialect {

    @Override
    public TableStatements statements(SqlTable table) {
        return new PostgresTable(table);
    }

    @Override
    public Bracket transaction() {
        return new PostgresTransaction();
    }

    @Override
    public Bracket savepoint(SqlTable table) {
        return new PostgresSavepoint();
    }

    @Override
    public void requireJoinable(Session session) throws SQLException {
        try {
            session.run(List.of(PostgresSavepoint.mode((isolation, readOnly) -> {
                if (!isolation.equals("read committed") && !isolation.equals("read uncommitted")) {
                    throw new TransactionNotJoinableException(
                            Reason.ISOLATION, "the transaction is " + isolation + ": begin it READ COMMITTED");
                }
                if (readOnly) {
                    throw new TransactionNotJoinableException(Reason.READ_ONLY, "the transaction is read-only");
                }
            })));
        } catch (SQLException error) {
            if (PostgresErrors.isOfFailedTransaction(error)) {
                throw new TransactionNotJoinableException(
                        Reason.FAILED, "a statement failed before: roll back, to a savepoint or all");
            }
            throw error;
        }
    }

    @Override
    public Sql time(Consumer<Instant> time) {
        return Sql.query(
                "SELECT clock_timestamp()",
                List.of(),
                row -> time.accept(row.getObject(1, OffsetDateTime.class).toInstant()));
    }

    @Override
    public boolean locksRows() {
        return true;
    }

    @Override
    public boolean sendsTogether() {
        return true;
    }

    @Override
    public Optional<AtOnce> atOnce(KnownTables tables) {
        return Optional.of(new PostgresAtOnce(tables));
    }

    @Override
    public List<Sql> guardCreation(String name) {
        return List.of(Sql.query(
                "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", List.of(Parameter.of(name)), row -> {}));
    }

    @Override
    public String type(Column<?> column) {
        return switch (column.type()) {
            case TEXT -> "text";
            case LONG -> "int8";
            case DECIMAL -> "numeric";
            case INSTANT -> "timestamptz";
            case JSON -> "json";
        };
    }

    @Override
    public Failure failure(SQLException error) {
        return PostgresErrors.failure(error);
    }

    @Override
    public boolean surelyUndone(SQLException error) {
        return PostgresErrors.surelyUndone(error);
    }
}
