package dev.commercekit.core.simulation.network;

import dev.commercekit.core.simulation.chance.Fault;
import dev.commercekit.core.simulation.chance.LateMessages;
import dev.commercekit.core.simulation.chance.Luck;
import dev.commercekit.core.simulation.chance.Trace;
import dev.commercekit.core.simulation.schedule.CooperativeThreads;
import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.Reading;
import dev.commercekit.storage.Scan;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.StorageException;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.table.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The storage as processes see it: it keeps its promises and no more. Others act before and after each request, rows of one
 * reading may be of different moments, and what lies between loses, delays and repeats what is sent.
 */
public final class SimulatedStorage implements Storage {

    private static final List<Fault> AT_COMMIT = List.of(
            Fault.COMMIT_REPLY_LOST,
            Fault.COMMIT_CUT_AND_APPLIED_LATER,
            Fault.COMMIT_CUT_AND_NEVER_APPLIED,
            Fault.COMMIT_REPEATED,
            Fault.COMMIT_REPEATED_LATER,
            Fault.COMMIT_FAILED,
            Fault.CRASH_BEFORE_COMMIT,
            Fault.CRASH_AFTER_COMMIT,
            Fault.PAUSE_PAST_LEASE_BEFORE_COMMIT);
    private static final Duration LONGEST_TEAR = Duration.ofSeconds(3);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final String SIGNALS = "workflow_signal";
    private static final String OUTCOME = "outcome/";

    private final Storage storage;
    private final CooperativeThreads threads;
    private final Luck luck;
    private final LateMessages late;
    private final Received received;
    private final Trace trace;

    public SimulatedStorage(
            Storage storage, CooperativeThreads threads, Luck luck, LateMessages late, Received received, Trace trace) {
        this.storage = storage;
        this.threads = threads;
        this.luck = luck;
        this.late = late;
        this.received = received;
        this.trace = trace;
    }

    @Override
    public void open(Collection<Table> tables) {
        storage.open(tables);
    }

    @Override
    public Instant now() {
        threads.boundary();
        return storage.now();
    }

    @Override
    public Reading get(Collection<RowKey> keys) {
        threads.boundary();
        if (threads.inside() && luck.hit(Fault.READING_FAILED)) {
            received.forget();
            throw new StorageException("the storage cannot be read", true);
        }
        return threads.inside() && keys.size() > 1 && luck.hit(Fault.READING_TORN) ? torn(keys) : storage.get(keys);
    }

    @Override
    public Reading scan(Scan scan) {
        threads.boundary();
        return storage.scan(scan);
    }

    @Override
    public int commitsAtOnce() {
        return 2;
    }

    @Override
    public List<CommitResult> commitAll(List<WriteSet> sets) {
        threads.boundary();
        if (!threads.inside()) {
            return applied("commit", sets);
        }
        Optional<Fault> fault = luck.one(AT_COMMIT);
        fault.ifPresent(luck::happened);
        if (fault.isPresent()) {
            sets.forEach(set -> received.recorded(set, true));
        }
        List<CommitResult> results = fault.isEmpty() ? applied("commit", sets) : commit(sets, fault.get());
        threads.boundary();
        return results;
    }

    @Override
    public void close() {
        storage.close();
    }

    private List<CommitResult> commit(List<WriteSet> sets, Fault fault) {
        switch (fault) {
            case COMMIT_FAILED -> throw new StorageException("a planted failure", true);
            case COMMIT_CUT_AND_NEVER_APPLIED -> {
                return inDoubt(sets, "cut off before the request");
            }
            case COMMIT_CUT_AND_APPLIED_LATER -> {
                late.hold("commit", luck.upTo(LONGEST_PAUSE), () -> applied("commit", sets));
                return inDoubt(sets, "cut off while it waits");
            }
            case CRASH_BEFORE_COMMIT -> throw threads.crash();
            case PAUSE_PAST_LEASE_BEFORE_COMMIT ->
                threads.sleep(Duration.ofSeconds(32).plus(luck.upTo(LONGEST_PAUSE)));
            default -> {}
        }
        List<CommitResult> results = applied("commit", sets);
        switch (fault) {
            case COMMIT_REPLY_LOST -> {
                return inDoubt(sets, "the reply was lost");
            }
            case COMMIT_REPEATED -> applied("repeated commit", these(sets, results));
            case COMMIT_REPEATED_LATER -> {
                List<WriteSet> again = these(sets, results);
                late.hold("repeated commit", luck.upTo(LONGEST_PAUSE), () -> applied("commit", again));
            }
            case CRASH_AFTER_COMMIT -> throw threads.crash();
            default -> {}
        }
        return results;
    }

    /** Those that were applied; a refused one must not come again, for it might be applied behind the back of its caller. */
    private static List<WriteSet> these(List<WriteSet> sets, List<CommitResult> results) {
        List<WriteSet> applied = new ArrayList<>();
        for (int i = 0; i < sets.size(); i++) {
            if (results.get(i) instanceof CommitResult.Committed) {
                applied.add(sets.get(i));
            }
        }
        return applied;
    }

    private List<CommitResult> applied(String how, List<WriteSet> sets) {
        List<CommitResult> results = storage.commitAll(sets);
        boolean winner = false;
        boolean loser = false;
        for (int i = 0; i < sets.size(); i++) {
            CommitResult result = results.get(i);
            winner |= result instanceof CommitResult.Committed;
            loser |= result instanceof CommitResult.Refused;
            trace.add(how + " " + (sets.size() == 1 ? "" : i + 1 + "/" + sets.size() + " ")
                    + describe(sets.get(i), result));
            boolean keeps = keepsAnOutcome(sets.get(i));
            if (threads.inside() && (result.applied() || keeps)) {
                received.recorded(sets.get(i), sets.size() > 1);
            }
            if (result instanceof CommitResult.Committed && keeps) {
                luck.happened(Fault.STALE_OUTCOME);
            }
        }
        if (winner && loser) {
            luck.happened(Fault.BATCH_OF_WINNERS_AND_LOSERS);
        }
        return results;
    }

    private static String describe(WriteSet set, CommitResult result) {
        String tables = set.writes().stream()
                .map(write -> write.key().table().name())
                .distinct()
                .collect(Collectors.joining(" "));
        String brief = result instanceof CommitResult.Refused refused
                ? refused.refusals().toString()
                : result.getClass().getSimpleName();
        return set.id() + " [" + tables + "] " + brief;
    }

    private static boolean keepsAnOutcome(WriteSet set) {
        return set.writes().stream()
                .anyMatch(write -> write instanceof Write.Insert
                        && write.key().table().name().equals(SIGNALS)
                        && write.key().values().get(1).toString().startsWith(OUTCOME));
    }

    private Reading torn(Collection<RowKey> keys) {
        int odd = luck.random().nextInt(2);
        Reading before = storage.get(every(keys, odd));
        threads.sleep(luck.upTo(LONGEST_TEAR));
        Reading after = storage.get(every(keys, 1 - odd));
        List<Row> rows = new ArrayList<>(before.rows());
        rows.addAll(after.rows());
        return new Reading(rows, after.at());
    }

    private static List<RowKey> every(Collection<RowKey> keys, int odd) {
        List<RowKey> all = keys.stream().distinct().toList();
        List<RowKey> some = new ArrayList<>();
        for (int i = odd; i < all.size(); i += 2) {
            some.add(all.get(i));
        }
        return some;
    }

    private static List<CommitResult> inDoubt(List<WriteSet> sets, String reason) {
        return Collections.nCopies(sets.size(), new CommitResult.InDoubt(reason));
    }
}
