package dev.commercekit.core.housekeeping;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One chore at work: requests are joined into one run to come, and runs never overlap. Thread-safe. */
final class Shift {

    private static final Logger log = LoggerFactory.getLogger(Shift.class);

    /** Then others that share the thread have their turn. */
    private static final int MOST_REPEATS = 100;

    private static final int MOST_RUNS = 20;

    /**
     * So long a run waits for the next request before it ends, if it did something. Where requests come faster than that, whoever asks
     * need not wake a thread, which costs more than a run for one.
     */
    private static final Duration LINGER = Duration.ofNanos(500_000);

    private enum State {
        IDLE,
        ASKED,
        AT_WORK,
        ASKED_AT_WORK
    }

    private final Chore chore;
    private final Executor executor;
    private final AtomicReference<State> state = new AtomicReference<>(State.IDLE);
    private final ReentrantLock working = new ReentrantLock();
    private long failures;
    private volatile boolean more;
    private volatile boolean closed;

    Shift(Chore chore, Executor executor) {
        this.chore = chore;
        this.executor = executor;
    }

    Chore chore() {
        return chore;
    }

    /** Asks for a run that begins after this call. */
    void ask() {
        State before =
                state.getAndUpdate(now -> now == State.IDLE || now == State.ASKED ? State.ASKED : State.ASKED_AT_WORK);
        if (before == State.IDLE) {
            submit();
        }
    }

    /** Works until nothing is left, or for a bounded number of times, and returns how much it did; errors come out. */
    int work() {
        working.lock();
        try {
            int sum = 0;
            more = true;
            for (int i = 0; i < MOST_REPEATS && more && !closed; i++) {
                int did = chore.work().getAsInt();
                sum += did;
                more = did > 0;
            }
            succeeded();
            return sum;
        } catch (RuntimeException failure) {
            failed(failure);
            return 0;
        } catch (Error failure) {
            failed(failure);
            throw failure;
        } finally {
            working.unlock();
        }
    }

    /** Lets no further work begin. */
    void close() {
        closed = true;
    }

    /** Waits at most so long for the end of a run that is under way in another thread. */
    void awaitEnd(Duration patience) {
        try {
            if (working.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                working.unlock();
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns whether this thread is in a run. */
    boolean isWorkOfThisThread() {
        return working.isHeldByCurrentThread();
    }

    private void submit() {
        try {
            executor.execute(this::run);
        } catch (RejectedExecutionException closing) {
            state.set(State.IDLE);
        }
    }

    private void run() {
        boolean again;
        int runs = 0;
        do {
            state.set(State.AT_WORK);
            again = worked() && !closed;
        } while (!again && !closed && state.get() == State.ASKED_AT_WORK && ++runs < MOST_RUNS);
        boolean ask = again;
        State next = state.updateAndGet(now -> ask || now == State.ASKED_AT_WORK ? State.ASKED : State.IDLE);
        if (next == State.ASKED) {
            submit();
        }
    }

    /** Works, and stays a while if there was something to do; returns whether there may be more. */
    private boolean worked() {
        try {
            if (work() > 0 && !more) {
                LockSupport.parkNanos(this, LINGER.toNanos());
            }
            return more;
        } catch (Error logged) {
            // A chore that cannot be loaded today must not end the others, nor its own next run.
            return false;
        }
    }

    private void succeeded() {
        if (failures > 0) {
            log.info("{} works again after {} failures", chore.name(), failures);
            failures = 0;
        }
    }

    /** Logs failures number 1, 2, 4, 8 and so on of a row. */
    private void failed(Throwable failure) {
        more = false;
        failures++;
        if (Long.bitCount(failures) == 1) {
            log.warn("{} failed, {} times in a row, and will be tried again", chore.name(), failures, failure);
        }
    }
}
