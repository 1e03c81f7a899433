package dev.commercekit.core.crash;

import dev.commercekit.core.memory.InMemoryStorage;
import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.Reading;
import dev.commercekit.storage.Scan;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.table.Table;
import dev.commercekit.storage.transaction.Durability;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A database that crashes at one of its commits and has then what it must have: everything up to the last strict commit that
 * wrote something, and nothing behind it. Used by one thread.
 */
final class ForgetfulStorage implements Storage {

    /** What becomes of the commit at which the database crashes, and of whoever sent it. */
    enum Crash {
        /** The request was still on its way; its sender learns that the connection is gone. */
        BEFORE_COMMIT,
        /** It was carried out; its sender learns that the connection is gone. */
        BEFORE_REPLY,
        /** Its sender had been told, and goes on. */
        AFTER_REPLY,
        /** Its sender ends as well. */
        WITH_PROCESS
    }

    private final InstantSource clock;
    private final Set<Table> tables = new LinkedHashSet<>();
    private final List<Commit> log = new ArrayList<>();
    private InMemoryStorage visible;
    private Optional<Instant> replayed = Optional.empty();
    private Runnable afterCrash = () -> {};
    private Crash crash = Crash.BEFORE_COMMIT;
    private int left;
    private int durable;
    private int lost;

    private record Commit(Instant at, List<WriteSet> sets) {}

    ForgetfulStorage(InstantSource clock) {
        this.clock = clock;
        this.visible = empty();
    }

    /** Lets the database crash at the commit with this number from now on. */
    void crashAt(int commit, Crash how, Runnable then) {
        left = commit;
        crash = how;
        afterCrash = then;
    }

    /** Returns whether the crash has yet to come. */
    boolean stands() {
        return left > 0;
    }

    /** Returns whether a crash would take nothing back. */
    boolean settled() {
        return durable == log.size();
    }

    /** Returns how many commits the crash took back. */
    int lost() {
        return lost;
    }

    private InMemoryStorage empty() {
        return InMemoryStorage.create(() -> replayed.orElseGet(clock::instant));
    }

    private void crash() {
        lost = log.size() - durable;
        log.subList(durable, log.size()).clear();
        visible = empty();
        visible.open(tables);
        for (Commit commit : log) {
            replayed = Optional.of(commit.at);
            visible.commitAll(commit.sets);
        }
        replayed = Optional.empty();
        afterCrash.run();
    }

    @Override
    public List<CommitResult> commitAll(List<WriteSet> sets) {
        boolean here = left > 0 && --left == 0;
        List<CommitResult> unknown = Collections.nCopies(sets.size(), new CommitResult.InDoubt("the database crashed"));
        if (here && crash == Crash.BEFORE_COMMIT) {
            crash();
            return unknown;
        }
        List<CommitResult> results = visible.commitAll(sets);
        if (results.stream().anyMatch(CommitResult.Committed.class::isInstance)) {
            log.add(new Commit(clock.instant(), sets));
            boolean strict = sets.stream().anyMatch(set -> set.durability() == Durability.STRICT);
            durable = strict ? log.size() : durable;
        }
        if (!here) {
            return results;
        }
        crash();
        if (crash == Crash.WITH_PROCESS) {
            throw new Stop();
        }
        return crash == Crash.BEFORE_REPLY ? unknown : results;
    }

    @Override
    public void open(Collection<Table> more) {
        tables.addAll(more);
        visible.open(more);
    }

    @Override
    public Instant now() {
        return visible.now();
    }

    @Override
    public Reading get(Collection<RowKey> keys) {
        return visible.get(keys);
    }

    @Override
    public Reading scan(Scan scan) {
        return visible.scan(scan);
    }

    @Override
    public void close() {}
}
