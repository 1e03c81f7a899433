package dev.commercekit.testkit.time;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Runs tasks when a test lets time pass, in the thread of the test: each at the very moment at which it is due, in the order
 * of those moments, and of their scheduling where they are equal. What a task throws comes out of {@link #advance}; the
 * task stays scheduled. Thread-safe.
 */
public final class ManualScheduler {

    private final ReentrantLock lock = new ReentrantLock();
    private final ManualClock clock;
    private final List<Task> tasks = new ArrayList<>();

    /** Creates a scheduler that moves the given clock. */
    public ManualScheduler(ManualClock clock) {
        this.clock = clock;
    }

    /** Runs a task once, after a delay. */
    public Scheduled after(Duration delay, Runnable task) {
        return schedule(delay, Optional.empty(), task);
    }

    /** Runs a task again and again, the first time after one period. */
    public Scheduled every(Duration period, Runnable task) {
        if (period.isNegative() || period.isZero()) {
            throw new IllegalArgumentException("a period must be positive");
        }
        return schedule(period, Optional.of(period), task);
    }

    /** Lets time pass, and runs what becomes due meanwhile, also what such tasks schedule. */
    public void advance(Duration duration) {
        long end = clock.nanos() + duration.toNanos();
        for (Optional<Task> due = nextUntil(end); due.isPresent(); due = nextUntil(end)) {
            Task task = due.get();
            clock.advance(Duration.ofNanos(Math.max(0, task.due - clock.nanos())));
            finish(task);
            task.work.run();
        }
        clock.advance(Duration.ofNanos(Math.max(0, end - clock.nanos())));
    }

    /** Runs what is due already, such as after the clock was advanced by itself. */
    public void runDue() {
        advance(Duration.ZERO);
    }

    /** Returns how many tasks are scheduled. */
    public int size() {
        lock.lock();
        try {
            return tasks.size();
        } finally {
            lock.unlock();
        }
    }

    private Scheduled schedule(Duration delay, Optional<Duration> period, Runnable work) {
        Task task = new Task(clock.nanos() + delay.toNanos(), period, work);
        lock.lock();
        try {
            tasks.add(task);
        } finally {
            lock.unlock();
        }
        return () -> remove(task);
    }

    private Optional<Task> nextUntil(long end) {
        lock.lock();
        try {
            return tasks.stream()
                    .filter(task -> task.due - end <= 0)
                    .min(Comparator.comparingLong(task -> task.due - end));
        } finally {
            lock.unlock();
        }
    }

    private void finish(Task task) {
        lock.lock();
        try {
            tasks.remove(task);
            task.period.ifPresent(period -> {
                task.due += period.toNanos();
                tasks.add(task);
            });
        } finally {
            lock.unlock();
        }
    }

    private void remove(Task task) {
        lock.lock();
        try {
            tasks.remove(task);
        } finally {
            lock.unlock();
        }
    }

    /** A task that was scheduled. */
    @FunctionalInterface
    public interface Scheduled extends AutoCloseable {

        /** Cancels the task: it will not begin again. A second call does nothing. */
        @Override
        void close();
    }

    private static final class Task {

        private final Optional<Duration> period;
        private final Runnable work;
        private long due;

        Task(long due, Optional<Duration> period, Runnable work) {
            this.due = due;
            this.period = period;
            this.work = work;
        }
    }
}
