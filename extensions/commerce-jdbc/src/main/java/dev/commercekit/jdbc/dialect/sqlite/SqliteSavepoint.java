package dev.commercekit.jdbc.dialect.sqlite;

import dev.commercekit.jdbc.dialect.Bracket;
import dev.commercekit.jdbc.session.Savepoint;
import dev.commercekit.jdbc.session.Sql;
import dev.commercekit.jdbc.table.SqlTable;
import java.time.Duration;
import java.util.List;

/**
 * A part of a transaction of the host, which becomes the one that writes before anything is read: what it reads then is the
 * newest. SQLite refuses that if it has read before and others have written since.
 */
final class SqliteSavepoint implements Bracket {

    private final List<Sql> begin;

    SqliteSavepoint(SqlTable table) {
        // An update begins to write, also one of no row.
        String update =
                "UPDATE " + table.name() + " SET " + SqlTable.VERSION + " = " + SqlTable.VERSION + " WHERE false";
        this.begin = List.of(Savepoint.SET, Sql.of(update));
    }

    @Override
    public boolean joined() {
        return true;
    }

    @Override
    public List<Sql> begin(Duration lockTimeout) {
        return begin;
    }

    @Override
    public List<Sql> end() {
        return List.of(Savepoint.RELEASE);
    }

    @Override
    public List<Sql> beginRead(boolean together) {
        return begin;
    }

    @Override
    public List<Sql> endRead(boolean together) {
        return List.of(Savepoint.RELEASE);
    }
}
