package dev.commercekit.jdbc.dialect.sqlite;

import dev.commercekit.jdbc.dialect.Bracket;
import dev.commercekit.jdbc.session.Sql;
import java.time.Duration;
import java.util.List;

/** A transaction of the call's own, which has the file to itself from its beginning; reads need none. */
final class SqliteTransaction implements Bracket {

    @Override
    public boolean joined() {
        return false;
    }

    @Override
    public List<Sql> begin(Duration lockTimeout) {
        return List.of(Sql.of("BEGIN IMMEDIATE"));
    }

    @Override
    public List<Sql> end() {
        return List.of(Sql.of("COMMIT"));
    }

    @Override
    public List<Sql> beginRead(boolean together) {
        return List.of();
    }

    @Override
    public List<Sql> endRead(boolean together) {
        return List.of();
    }
}
