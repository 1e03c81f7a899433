package dev.commercekit.jdbc.read;

import dev.commercekit.storage.Reading;
import dev.commercekit.storage.StorageException;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The way of all reads by key to the database. While some are on their way, the keys of further callers gather; the next read
 * asks for them all, and begins after each of them asked. There is no timer and no thread of its own, and who is alone waits for
 * nobody. A read that fails, or that takes long, fails or delays nobody else: each of its callers reads alone then.
 *
 * <p>Thread-safe, and safe on virtual threads.
 */
final class ReadQueue {

    /** Enough to keep a connection busy while the answer of the other is taken in. */
    private static final int AT_ONCE = 2;

    /** The number of keys beyond which a read takes no further caller. */
    private static final int ENOUGH_KEYS = 200;

    private final Function<Collection<RowKey>, Reading> read;
    private final Duration patience;
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<Caller> waiting = new ArrayDeque<>();
    private int reading;

    /**
     * Creates a queue.
     *
     * @param read reads the rows of distinct keys
     * @param patience how long a caller waits for others
     */
    ReadQueue(Function<Collection<RowKey>, Reading> read, Duration patience) {
        this.read = read;
        this.patience = patience;
    }

    /** Returns the rows with the keys, in their order. */
    Reading get(Collection<RowKey> keys) {
        Caller caller = new Caller(new LinkedHashSet<>(keys));
        return switch (enter(caller) ? Turn.LEAD : turn(caller)) {
            case LEAD -> lead(caller);
            case ALONE -> read.apply(caller.keys);
            case ANSWERED -> Objects.requireNonNull(caller.answer);
        };
    }

    /** Returns how many callers wait until a read comes back. */
    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    private boolean enter(Caller caller) {
        lock.lock();
        try {
            if (reading == AT_ONCE) {
                waiting.add(caller);
                return false;
            }
            reading++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    private Turn turn(Caller caller) {
        try {
            return caller.turn.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException early) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException late) {
            // it goes alone, unless it has to lead just now
        }
        return leave(caller);
    }

    private Turn leave(Caller caller) {
        lock.lock();
        try {
            return waiting.remove(caller) ? Turn.ALONE : caller.turn.getNow(Turn.ALONE);
        } finally {
            lock.unlock();
        }
    }

    private Reading lead(Caller own) {
        List<Caller> others = take(own.keys.size());
        if (others.isEmpty()) {
            try {
                return read.apply(own.keys);
            } finally {
                handOver();
            }
        }
        Set<RowKey> all = new LinkedHashSet<>(own.keys);
        others.forEach(caller -> all.addAll(caller.keys));
        Turn turn = Turn.ALONE;
        try {
            Reading together = read.apply(all);
            Map<RowKey, Row> rows = together.byKey();
            own.answer(rows, together);
            others.forEach(caller -> caller.answer(rows, together));
            turn = Turn.ANSWERED;
        } catch (StorageException alone) {
            // whose it is will show
        } finally {
            handOver();
            for (Caller caller : others) {
                caller.turn.complete(turn);
            }
        }
        return turn == Turn.ANSWERED ? Objects.requireNonNull(own.answer) : read.apply(own.keys);
    }

    private List<Caller> take(int size) {
        lock.lock();
        try {
            List<Caller> others = new ArrayList<>();
            for (int keys = size; keys < ENOUGH_KEYS && !waiting.isEmpty(); ) {
                Caller caller = waiting.remove();
                keys += caller.keys.size();
                others.add(caller);
            }
            return others;
        } finally {
            lock.unlock();
        }
    }

    private void handOver() {
        lock.lock();
        try {
            Caller next = waiting.poll();
            if (next == null) {
                reading--;
            } else {
                next.turn.complete(Turn.LEAD);
            }
        } finally {
            lock.unlock();
        }
    }

    /** What a caller does next. */
    private enum Turn {
        /** Read for those who wait. */
        LEAD,
        /** Read for nobody else. */
        ALONE,
        /** Go home with the answer. */
        ANSWERED
    }

    /** Who wants rows. */
    private static final class Caller {

        private final Set<RowKey> keys;
        private final CompletableFuture<Turn> turn = new CompletableFuture<>();
        private volatile @Nullable Reading answer;

        Caller(Set<RowKey> keys) {
            this.keys = keys;
        }

        void answer(Map<RowKey, Row> rows, Reading together) {
            answer = new Reading(
                    keys.stream().map(rows::get).filter(Objects::nonNull).toList(), together.at());
        }
    }
}
