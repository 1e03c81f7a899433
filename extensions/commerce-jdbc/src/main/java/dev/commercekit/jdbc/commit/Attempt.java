package dev.commercekit.jdbc.commit;

import dev.commercekit.jdbc.dialect.Bracket;
import dev.commercekit.jdbc.dialect.Dialect;
import dev.commercekit.jdbc.dialect.Failure;
import dev.commercekit.jdbc.dialect.KnownTables;
import dev.commercekit.jdbc.dialect.Undone;
import dev.commercekit.jdbc.session.Session;
import dev.commercekit.jdbc.session.Sessions;
import dev.commercekit.jdbc.session.Sql;
import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.transaction.Durability;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * One transaction, in {@link OneTrip} where that will do. Elsewhere the rows that the sets name are locked and read, the sets are
 * judged in order, and what changed is written. The time is taken when all locks are held. It holds no connection afterwards.
 * Thread-safe.
 */
final class Attempt {

    private final Sessions sessions;
    private final Dialect dialect;
    private final KnownTables tables;
    private final Supplier<Bracket> brackets;
    private final OneTrip oneTrip;

    /** Creates it; {@code brackets} make each attempt a transaction, or a part of one. */
    Attempt(Sessions sessions, Dialect dialect, KnownTables tables, Supplier<Bracket> brackets) {
        this.sessions = sessions;
        this.dialect = dialect;
        this.tables = tables;
        this.brackets = brackets;
        this.oneTrip = new OneTrip(sessions, dialect, tables, brackets);
    }

    /**
     * Returns what became of the sets.
     *
     * @param sets the sets, which keep the contract as far as can be seen from outside
     * @param lockTimeout how long to wait for a row that others hold
     * @param hopeful whether to take for granted that rows are as they are foreseen, or at least that those which are only
     *     inserted are absent; if that turns out to be wrong, or could have changed a result, the attempt ends as
     *     {@link Failure#DUPLICATE}
     * @throws Undone if certainly nothing was applied
     */
    List<CommitResult> run(List<WriteSet> sets, Duration lockTimeout, boolean hopeful) throws Undone {
        if (hopeful) {
            Optional<List<CommitResult>> results = oneTrip.run(sets, lockTimeout);
            if (results.isPresent()) {
                return results.get();
            }
        }
        return judged(sets, lockTimeout, hopeful);
    }

    private List<CommitResult> judged(List<WriteSet> sets, Duration lockTimeout, boolean hopeful) throws Undone {
        Needs needs = Needs.of(sets, tables);
        Bracket bracket = brackets.get();
        boolean sent = false;
        boolean connected = false;
        try (Session session = sessions.open(true)) {
            connected = true;
            Map<RowKey, Row> before = new HashMap<>();
            AtomicReference<Instant> at = new AtomicReference<>();
            List<Sql> reads = new ArrayList<>(bracket.begin(lockTimeout));
            if (relaxed(sets)) {
                reads.addAll(bracket.relax());
            }
            reads.addAll(needs.read(tables, !hopeful, row -> before.put(row.key(), row)));
            reads.add(dialect.time(at::set));
            session.begun();
            run(session, reads);

            Judge judge = new Judge(before, Objects.requireNonNull(at.get()));
            List<CommitResult> results = judge.judge(sets);
            if (hopeful && !judge.plain()) {
                throw new Undone(Failure.DUPLICATE, true, null);
            }
            List<Sql> writes = new Changes(before, judge.after()).sql(tables);
            if (writes.isEmpty()) {
                return results;
            }
            if (dialect.sendsTogether()) {
                writes.addAll(bracket.end());
                sent = true;
                session.runTogether(writes);
            } else {
                session.run(writes);
                sent = true;
                session.run(bracket.end());
            }
            session.ended();
            return results;
        } catch (SQLException error) {
            if (sent && !bracket.joined() && !dialect.surelyUndone(error)) {
                return Collections.nCopies(sets.size(), new CommitResult.InDoubt(Undone.firstLine(error)));
            }
            throw new Undone(dialect.failure(error), connected, error);
        }
    }

    static boolean relaxed(List<WriteSet> sets) {
        return sets.stream().allMatch(set -> set.durability() == Durability.RELAXED);
    }

    /** Returns those of the rows that the sets name which other transactions have locked now. */
    Set<RowKey> findLocked(List<WriteSet> sets) throws Undone {
        Set<RowKey> locked = new HashSet<>();
        boolean connected = false;
        try (Session session = sessions.open(true)) {
            connected = true;
            List<Sql> script = new ArrayList<>(brackets.get().begin(Duration.ofMillis(1)));
            script.addAll(Needs.of(sets, tables).findLocked(tables, locked::add));
            session.begun();
            run(session, script);
            return locked;
        } catch (SQLException error) {
            throw new Undone(dialect.failure(error), connected, error);
        }
    }

    private void run(Session session, List<Sql> script) throws SQLException {
        if (dialect.sendsTogether()) {
            session.runTogether(script);
        } else {
            session.run(script);
        }
    }
}
