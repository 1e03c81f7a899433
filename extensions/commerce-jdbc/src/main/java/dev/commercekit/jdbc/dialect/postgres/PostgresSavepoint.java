package dev.commercekit.jdbc.dialect.postgres;

import dev.commercekit.jdbc.dialect.Bracket;
import dev.commercekit.jdbc.session.Savepoint;
import dev.commercekit.jdbc.session.Sql;
import java.time.Duration;
import java.util.List;

/**
 * A part of a transaction of the host. Rolling back to the savepoint brings the host's settings back; so does the end of writes,
 * by hand, since releasing it would not. Reads have nothing to lose and are rolled back always.
 */
final class PostgresSavepoint implements Bracket {

    private List<String> settings = List.of();

    /** Takes note of the mode of a transaction. */
    @FunctionalInterface
    interface Mode {

        /** Takes the isolation, such as {@code read committed}, and whether nothing may be written. */
        void is(String isolation, boolean readOnly);
    }

    /** Asks for the mode of the transaction. */
    static Sql mode(Mode mode) {
        return Sql.query(
                "SELECT current_setting('transaction_isolation'), current_setting('transaction_read_only') = 'on'",
                List.of(),
                row -> mode.is(row.getString(1), row.getBoolean(2)));
    }

    @Override
    public boolean joined() {
        return true;
    }

    @Override
    public List<Sql> begin(Duration lockTimeout) {
        return List.of(
                Savepoint.SET,
                PostgresSettings.read(found -> settings = found),
                PostgresSettings.forWrites(lockTimeout));
    }

    @Override
    public List<Sql> end() {
        return List.of(PostgresSettings.restore(settings), Savepoint.RELEASE);
    }

    @Override
    public List<Sql> beginRead(boolean together) {
        return List.of(Savepoint.SET, PostgresSettings.forReads());
    }

    @Override
    public List<Sql> endRead(boolean together) {
        return Savepoint.UNDO;
    }
}
