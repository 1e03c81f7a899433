package dev.commercekit.jdbc.dialect.postgres;

import dev.commercekit.jdbc.dialect.Bracket;
import dev.commercekit.jdbc.session.Sql;
import java.time.Duration;
import java.util.List;

/** A transaction of the call's own. */
final class PostgresTransaction implements Bracket {

    private static final List<Sql> COMMIT = List.of(Sql.of("COMMIT"));

    @Override
    public boolean joined() {
        return false;
    }

    @Override
    public List<Sql> begin(Duration lockTimeout) {
        return List.of(Sql.of("BEGIN ISOLATION LEVEL READ COMMITTED"), PostgresSettings.forWrites(lockTimeout));
    }

    @Override
    public List<Sql> relax() {
        return List.of(PostgresSettings.withoutAwaitingDisk());
    }

    @Override
    public List<Sql> end() {
        return COMMIT;
    }

    @Override
    public List<Sql> beginRead() {
        return List.of(Sql.of("BEGIN ISOLATION LEVEL READ COMMITTED READ ONLY"), PostgresSettings.forReads());
    }

    @Override
    public List<Sql> endRead() {
        return COMMIT;
    }
}
