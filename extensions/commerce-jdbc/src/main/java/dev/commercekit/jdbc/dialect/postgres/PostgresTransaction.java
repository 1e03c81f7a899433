package dev.commercekit.jdbc.dialect.postgres;

import dev.commercekit.jdbc.dialect.Bracket;
import dev.commercekit.jdbc.session.Sql;
import java.time.Duration;
import java.util.List;

/**
 * A transaction of the call's own. Statements that are sent together are one without being told so: on a connection that commits
 * by itself the server ends it, and takes its settings back, behind the last of them. Reads are right at any isolation that the
 * host may have made its default.
 */
final class PostgresTransaction implements Bracket {

    private static final List<Sql> COMMIT = List.of(Sql.of("COMMIT"));

    private static final List<Sql> FOR_READS = List.of(PostgresSettings.forReads());

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
    public List<Sql> beginRead(boolean together) {
        return together
                ? FOR_READS
                : List.of(Sql.of("BEGIN ISOLATION LEVEL READ COMMITTED READ ONLY"), FOR_READS.get(0));
    }

    @Override
    public List<Sql> endRead(boolean together) {
        return together ? List.of() : COMMIT;
    }
}
