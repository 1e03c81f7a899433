package dev.commercekit.jdbc.commit;

import dev.commercekit.jdbc.dialect.Dialect;
import dev.commercekit.jdbc.dialect.Failure;
import dev.commercekit.jdbc.dialect.KnownTables;
import dev.commercekit.jdbc.dialect.Undone;
import dev.commercekit.jdbc.session.Sessions;
import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.StorageException;
import dev.commercekit.storage.WriteSet;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits write sets, and tries again where that is certainly safe. A list waits for rows that others hold only a short time;
 * then the sets that need them go apart, with a longer patience, and the others go on without them. Thread-safe.
 */
public final class Committer {

    /** Each further try means that some other transaction has got ahead. */
    private static final int TRIES = 50;

    /** A deadlock takes a second to be found; with a foreign transaction only, since all instances lock in one order. */
    private static final int VICTIM_TRIES = 5;

    private static final Logger LOG = LoggerFactory.getLogger(Committer.class);

    private final Attempt attempt;
    private final boolean locksRows;
    private final Duration together;
    private final Duration alone;

    /** Whether the last commits found every row absent that was only to be inserted. */
    private volatile boolean hopeful = true;

    /**
     * Creates it.
     *
     * @param together how long a list of sets waits for rows that others hold
     * @param alone how long one set does, or those that were parted from their list
     */
    public Committer(Sessions sessions, Dialect dialect, KnownTables tables, Duration together, Duration alone) {
        this.attempt = new Attempt(sessions, dialect, tables, dialect::transaction);
        this.locksRows = dialect.locksRows();
        this.together = together;
        this.alone = alone;
    }

    /** Applies the sets as the port says. */
    public List<CommitResult> commitAll(List<WriteSet> sets) {
        if (sets.isEmpty()) {
            return List.of();
        }
        try {
            return commit(sets, sets.size() == 1 ? alone : together);
        } catch (Undone undone) {
            if (undone.failure() == Failure.BUSY && sets.size() > 1 && locksRows) {
                return apart(sets);
            }
            throw undone.toStorageException();
        }
    }

    private List<CommitResult> commit(List<WriteSet> sets, Duration lockTimeout) throws Undone {
        boolean hope = hopeful;
        boolean fresh = false;
        for (int tries = 1; ; tries++) {
            try {
                List<CommitResult> results = attempt.run(sets, lockTimeout, hope);
                hopeful = hope || results.stream().allMatch(Committer::isPlain);
                return results;
            } catch (Undone undone) {
                boolean again = switch (undone.failure()) {
                    case DUPLICATE -> tries < TRIES;
                    case CONFLICT -> tries < VICTIM_TRIES;
                    case LOST -> undone.staleConnection() && !fresh;
                    default -> false;
                };
                if (!again) {
                    throw undone;
                }
                fresh |= undone.failure() == Failure.LOST;
                hope &= undone.failure() != Failure.DUPLICATE;
            }
        }
    }

    private static boolean isPlain(CommitResult result) {
        return result instanceof CommitResult.Committed committed && committed.branch() == 0;
    }

    private List<CommitResult> apart(List<WriteSet> sets) {
        CommitResult[] results = new CommitResult[sets.size()];
        try {
            Lanes lanes = new Lanes(sets, attempt.findLocked(sets));
            if (lanes.free().isEmpty() || lanes.waiting().isEmpty()) {
                return commit(sets, alone);
            }
            LOG.debug(
                    "{} of {} sets wait for rows that others hold",
                    lanes.waiting().size(),
                    sets.size());
            put(results, lanes.free(), commit(at(sets, lanes.free()), together));
            put(results, lanes.waiting(), late(at(sets, lanes.waiting())));
        } catch (Undone undone) {
            throw undone.toStorageException();
        }
        return Arrays.asList(results);
    }

    /** Commits after others of the same list were: what fails now must not look as if it were the failure of all. */
    private List<CommitResult> late(List<WriteSet> sets) {
        String reason;
        try {
            return commit(sets, alone);
        } catch (Undone undone) {
            reason = undone.toStorageException().getMessage();
        } catch (StorageException broken) {
            reason = broken.getMessage();
        }
        return Collections.nCopies(sets.size(), new CommitResult.InDoubt(String.valueOf(reason)));
    }

    private static List<WriteSet> at(List<WriteSet> sets, List<Integer> positions) {
        return positions.stream().map(sets::get).toList();
    }

    private static void put(CommitResult[] all, List<Integer> positions, List<CommitResult> some) {
        for (int i = 0; i < positions.size(); i++) {
            all[positions.get(i)] = some.get(i);
        }
    }
}
