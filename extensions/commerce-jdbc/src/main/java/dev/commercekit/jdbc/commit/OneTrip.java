package dev.commercekit.jdbc.commit;

import dev.commercekit.jdbc.dialect.AtOnce;
import dev.commercekit.jdbc.dialect.Bracket;
import dev.commercekit.jdbc.dialect.Dialect;
import dev.commercekit.jdbc.dialect.Failure;
import dev.commercekit.jdbc.dialect.Foreseen;
import dev.commercekit.jdbc.dialect.KnownTables;
import dev.commercekit.jdbc.dialect.Undone;
import dev.commercekit.jdbc.session.Session;
import dev.commercekit.jdbc.session.Sessions;
import dev.commercekit.jdbc.session.Sql;
import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.StorageException;
import dev.commercekit.storage.WriteSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * A transaction in one round trip, for lists whose changes can be foreseen: the database makes all of them, or refuses all because
 * something was not as foreseen. Why it refused, it does not say. Thread-safe.
 */
final class OneTrip {

    private final Sessions sessions;
    private final Dialect dialect;
    private final KnownTables tables;
    private final Supplier<Bracket> brackets;
    private final Optional<AtOnce> atOnce;

    OneTrip(Sessions sessions, Dialect dialect, KnownTables tables, Supplier<Bracket> brackets) {
        this.sessions = sessions;
        this.dialect = dialect;
        this.tables = tables;
        this.brackets = brackets;
        this.atOnce = dialect.atOnce(tables);
    }

    /**
     * Returns what became of the sets, or nothing if nothing was tried.
     *
     * @throws Undone if certainly nothing was applied; as {@link Failure#DUPLICATE} if something was not as foreseen
     */
    Optional<List<CommitResult>> run(List<WriteSet> sets, Duration lockTimeout) throws Undone {
        AtomicReference<Instant> at = new AtomicReference<>();
        Optional<Sql> changes = atOnce.flatMap(way -> foreseen(sets).flatMap(all -> sql(way, all, at)));
        return changes.isEmpty() ? Optional.empty() : Optional.of(run(sets, lockTimeout, changes.get(), at));
    }

    private Optional<List<Foreseen>> foreseen(List<WriteSet> sets) {
        // Also those that are not needed, since a set of an unknown table is always refused.
        sets.forEach(set -> Needs.branches(set)
                .forEach(write -> tables.statements(write.key().table())));
        return Foresight.of(sets);
    }

    /** What cannot be sent is for the judge to tell from what is refused for another reason. */
    private static Optional<Sql> sql(AtOnce way, List<Foreseen> all, AtomicReference<Instant> at) {
        try {
            return Optional.of(way.sql(all, at::set));
        } catch (StorageException notStorable) {
            return Optional.empty();
        }
    }

    private List<CommitResult> run(List<WriteSet> sets, Duration lockTimeout, Sql changes, AtomicReference<Instant> at)
            throws Undone {
        Bracket bracket = brackets.get();
        boolean sent = false;
        try (Session session = sessions.open(true)) {
            List<Sql> script = new ArrayList<>(bracket.begin(lockTimeout));
            if (Attempt.relaxed(sets)) {
                script.addAll(bracket.relax());
            }
            script.add(changes);
            script.addAll(bracket.end());
            session.begun();
            sent = true;
            session.runTogether(script);
            session.ended();
            return Collections.nCopies(sets.size(), new CommitResult.Committed(0, Objects.requireNonNull(at.get())));
        } catch (SQLException error) {
            if (sent && !dialect.surelyUndone(error)) {
                return Collections.nCopies(sets.size(), new CommitResult.InDoubt(Undone.firstLine(error)));
            }
            Failure failure = dialect.failure(error);
            throw new Undone(sent && failure == Failure.OTHER ? Failure.DUPLICATE : failure, false, error);
        }
    }
}
