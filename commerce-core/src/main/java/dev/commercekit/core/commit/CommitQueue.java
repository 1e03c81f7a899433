package dev.commercekit.core.commit;

import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.InDoubtException;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.StorageException;
import dev.commercekit.storage.WriteSet;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The way of all write sets to the storage. While a commit is on its way, the sets of other callers gather; the next commit
 * takes them all, in the order in which they came. There is no timer and no thread of its own: one of the waiting callers
 * commits for the others, once, and hands over to the first of those who came meanwhile. Who is alone waits for nobody.
 *
 * <p>A failure of one set is the failure of its caller only. A lost reply is settled here, by sending the same set again.
 *
 * <p>Thread-safe, and safe on virtual threads. An interrupt does not take back a set that may be on its way: the caller gets
 * its true result and stays interrupted.
 */
public final class CommitQueue implements CommitPath {

    /** The most sets in one commit. */
    public static final int MAX_SETS = 1_000;

    /** The number of writes beyond which a commit takes no further set. */
    public static final int ENOUGH_WRITES = 20_000;

    private final Storage storage;
    private final StorageClock clock;
    private final Doubts doubts;
    private final Parking parking;
    private final LongAdder commits = new LongAdder();
    private final LongAdder sets = new LongAdder();
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<Ticket> waiting = new ArrayDeque<>();
    private boolean led;

    /**
     * Creates a queue in front of a storage, whose callers wait for their turn as threads do.
     *
     * @param storage where the sets go; not closed by the queue
     * @param clock told of the storage's time in each reply
     * @param pause how to wait before a set in doubt is sent again
     * @param patience how long a set may stay in doubt before its caller is told so
     */
    public CommitQueue(Storage storage, StorageClock clock, Pause pause, Duration patience) {
        this(storage, clock, pause, patience, Parking.ofThreads());
    }

    /** Creates a queue whose callers wait for their turn in the given way. */
    public CommitQueue(Storage storage, StorageClock clock, Pause pause, Duration patience, Parking parking) {
        this.storage = storage;
        this.clock = clock;
        this.parking = parking;
        this.doubts = new Doubts(set -> send(set, true), clock::nanos, pause, patience);
    }

    /**
     * Commits a write set. The result is never {@link CommitResult.InDoubt}; {@link CommitResult.Joined} is as good as
     * committed. {@link CommitResult.Refused} means that nothing was applied and nothing will be; where a reply had been lost
     * before, the id was given up to make sure of that, so whoever tries again with other writes takes a new id.
     *
     * @throws StorageException if certainly nothing was applied
     * @throws InDoubtException if the set was applied or not, and patience, or the thread's by an interrupt, is at its end
     */
    @Override
    public CommitResult commit(WriteSet set) {
        return commit(set, true);
    }

    /** Commits a write set as {@link #commit(WriteSet)} does, without waiting for those of others. */
    CommitResult commitAtOnce(WriteSet set) {
        return commit(set, false);
    }

    private CommitResult commit(WriteSet set, boolean gather) {
        CommitResult result = send(set, gather);
        result = result instanceof CommitResult.InDoubt doubt ? doubts.settle(set, doubt) : result;
        if (result.applied()) {
            sets.increment();
        }
        return result;
    }

    /** Returns how many durable commits were made: calls to the storage in which at least one set was applied. */
    public long commits() {
        return commits.sum();
    }

    /** Returns how many sets were committed or joined. */
    public long sets() {
        return sets.sum();
    }

    /** Returns how many sets wait for the commit that is on its way to come back. */
    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /** Sends a set once. The storage is never entered interrupted, since some close their files when they are. */
    private CommitResult send(WriteSet set, boolean gather) {
        boolean interrupted = Thread.interrupted();
        try {
            if (!gather) {
                return alone(set);
            }
            Ticket ticket = enter(set);
            if (ticket == null) {
                return leadAlone(set);
            }
            Ticket.Turn turn = ticket.await();
            interrupted |= Thread.interrupted();
            return switch (turn) {
                case LEAD -> lead(ticket);
                case ALONE -> alone(set);
                default -> ticket.result();
            };
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Puts the set in the queue; or returns null if nobody is there, and the caller leads with this set alone. */
    private @Nullable Ticket enter(WriteSet set) {
        lock.lock();
        try {
            if (!led) {
                led = true;
                return null;
            }
            Ticket ticket = new Ticket(set, parking);
            waiting.add(ticket);
            return ticket;
        } finally {
            lock.unlock();
        }
    }

    private CommitResult leadAlone(WriteSet set) {
        try {
            return alone(set);
        } finally {
            handOver();
        }
    }

    private CommitResult lead(Ticket own) {
        List<Ticket> batch = take();
        if (batch.size() == 1) {
            return leadAlone(own.set());
        }
        Ticket.Turn turn = Ticket.Turn.DONE;
        List<CommitResult> results = Collections.nCopies(batch.size(), inDoubt("the thread that sent it failed"));
        try {
            results = together(batch);
        } catch (StorageException nothingApplied) {
            turn = Ticket.Turn.ALONE;
        } catch (RuntimeException unknown) {
            results =
                    Collections.nCopies(batch.size(), inDoubt(unknown.getClass().getName()));
        } finally {
            handOver();
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).turn(turn, results.get(i));
            }
        }
        return turn == Ticket.Turn.ALONE ? alone(own.set()) : own.result();
    }

    private List<Ticket> take() {
        lock.lock();
        try {
            List<Ticket> batch = new ArrayList<>(Math.min(waiting.size(), MAX_SETS));
            int writes = 0;
            while (!waiting.isEmpty() && batch.size() < MAX_SETS && writes < ENOUGH_WRITES) {
                Ticket ticket = waiting.remove();
                writes += ticket.set().writes().size();
                batch.add(ticket);
            }
            return batch;
        } finally {
            lock.unlock();
        }
    }

    private void handOver() {
        lock.lock();
        try {
            Ticket next = waiting.peek();
            if (next == null) {
                led = false;
            } else {
                next.lead();
            }
        } finally {
            lock.unlock();
        }
    }

    private List<CommitResult> together(List<Ticket> batch) {
        long before = clock.nanos();
        List<CommitResult> results =
                storage.commitAll(batch.stream().map(Ticket::set).toList());
        if (results.size() != batch.size()) {
            throw new IllegalStateException("one result for each set");
        }
        noted(before, results);
        return results;
    }

    private CommitResult alone(WriteSet set) {
        long before = clock.nanos();
        CommitResult result;
        try {
            result = storage.commit(set);
        } catch (StorageException nothingApplied) {
            throw nothingApplied;
        } catch (RuntimeException unknown) {
            return inDoubt(unknown.getClass().getName());
        }
        noted(before, List.of(result));
        return result;
    }

    private void noted(long before, List<CommitResult> results) {
        for (CommitResult result : results) {
            if (result instanceof CommitResult.Committed committed) {
                clock.observe(before, committed.at());
                commits.increment();
                return;
            }
        }
    }

    private static CommitResult inDoubt(String reason) {
        return new CommitResult.InDoubt(reason);
    }
}
