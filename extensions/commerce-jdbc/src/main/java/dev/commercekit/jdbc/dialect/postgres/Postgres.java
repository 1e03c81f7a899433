package dev.commercekit.jdbc.dialect.postgres;

import dev.commercekit.jdbc.dialect.Dialect;
import dev.commercekit.jdbc.dialect.Failure;
import dev.commercekit.jdbc.dialect.TableStatements;
import dev.commercekit.jdbc.session.Parameter;
import dev.commercekit.jdbc.session.Sql;
import dev.commercekit.jdbc.table.SqlTable;
import dev.commercekit.storage.table.Column;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Consumer;

/** PostgreSQL. Rows are locked one by one, and several statements travel together. */
public final class Postgres implements Dialect {

    /**
     * Every statement here names rows by key or in the order of an index, and one plan fits all values. Left to itself the
     * planner may prefer to read all of a small table, and keep to that plan while the table grows; or it plans anew each time,
     * which costs more than most of these statements.
     */
    private static final String BY_INDEX =
            "set_config('enable_seqscan', 'off', true), set_config('plan_cache_mode', 'force_generic_plan', true)";

    @Override
    public TableStatements statements(SqlTable table) {
        return new PostgresTable(table);
    }

    @Override
    public List<Sql> begin(Duration lockTimeout) {
        return List.of(
                Sql.of("BEGIN ISOLATION LEVEL READ COMMITTED"),
                Sql.query(
                        "SELECT " + BY_INDEX + ", set_config('lock_timeout', ?, true)",
                        List.of(Parameter.of(Long.toString(Math.max(1, lockTimeout.toMillis())))),
                        row -> {}));
    }

    @Override
    public List<Sql> beginRead() {
        return List.of(
                Sql.of("BEGIN ISOLATION LEVEL READ COMMITTED READ ONLY"),
                Sql.query("SELECT " + BY_INDEX, List.of(), row -> {}));
    }

    @Override
    public boolean readsInTransaction() {
        return true;
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
