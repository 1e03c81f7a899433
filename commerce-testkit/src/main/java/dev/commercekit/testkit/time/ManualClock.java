package dev.commercekit.testkit.time;

import dev.commercekit.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A wall clock and a monotonic clock that move only when a test moves them. The wall clock may be set to any time, also back;
 * the monotonic one only goes on. Who waits for it moves it: a pause lets
 * its duration pass and returns at once. Thread-safe.
 *
 * <p>The monotonic clock begins ten seconds before its overflow, so that comparing its values instead of their difference fails.
 */
public final class ManualClock implements TimeSource {

    private final ReentrantLock lock = new ReentrantLock();
    private Instant instant;
    private long nanos = Long.MAX_VALUE - Duration.ofSeconds(10).toNanos();

    private ManualClock(Instant start) {
        this.instant = start;
    }

    /** Returns a clock that stands at the given time. */
    public static ManualClock at(Instant start) {
        return new ManualClock(start);
    }

    /** Returns a clock that stands at the given time, such as {@code 2026-01-31T12:00:00Z}. */
    public static ManualClock at(String start) {
        return at(Instant.parse(start));
    }

    @Override
    public Instant instant() {
        lock.lock();
        try {
            return instant;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long nanos() {
        lock.lock();
        try {
            return nanos;
        } finally {
            lock.unlock();
        }
    }

    /** {@inheritDoc} Both clocks go on by that, and no real time passes. */
    @Override
    public void pause(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("before a pause");
        }
        advance(duration);
    }

    /** Lets both clocks go on by a duration, which must not be negative. */
    public void advance(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("time does not go back; set the wall clock instead");
        }
        lock.lock();
        try {
            instant = instant.plus(duration);
            nanos += duration.toNanos();
        } finally {
            lock.unlock();
        }
    }

    /** Sets the wall clock, forth or back; the monotonic clock does not notice. */
    public void set(Instant time) {
        lock.lock();
        try {
            instant = time;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public String toString() {
        return "ManualClock[" + instant() + "]";
    }
}
