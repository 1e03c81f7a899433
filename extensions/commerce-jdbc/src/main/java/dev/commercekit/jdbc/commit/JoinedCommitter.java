package dev.commercekit.jdbc.commit;

import dev.commercekit.jdbc.dialect.Bracket;
import dev.commercekit.jdbc.dialect.Dialect;
import dev.commercekit.jdbc.dialect.KnownTables;
import dev.commercekit.jdbc.dialect.Undone;
import dev.commercekit.jdbc.session.Sessions;
import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.WriteSet;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Writes sets in a transaction of the host, in one attempt. Used by one thread. */
public final class JoinedCommitter {

    private final Attempt attempt;
    private final Duration lockTimeout;

    /** Creates it. */
    public JoinedCommitter(
            Sessions sessions,
            Dialect dialect,
            KnownTables tables,
            Supplier<Bracket> savepoints,
            Duration lockTimeout) {
        this.attempt = new Attempt(sessions, dialect, tables, savepoints);
        this.lockTimeout = lockTimeout;
    }

    /** Applies the sets as the port says; nothing is taken for granted, since there is no second attempt. */
    public List<CommitResult> commitAll(List<WriteSet> sets) {
        if (sets.isEmpty()) {
            return List.of();
        }
        try {
            return attempt.run(sets, lockTimeout, false);
        } catch (Undone undone) {
            throw undone.inTransaction();
        }
    }
}
