package dev.commercekit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The time in which a shop lives: what its clock shows, how time passes, and how to wait for it. The default is the machine's;
 * a test gives one that it moves itself, and then no wait takes real time.
 *
 * <p>Implementations are thread-safe.
 */
public interface TimeSource extends InstantSource {

    /** Returns what the clock shows. It may be wrong, and it may be set, also back. */
    @Override
    Instant instant();

    /** Returns the monotonic time in nanoseconds: comparable by difference only, as {@link System#nanoTime()} is. */
    long nanos();

    /**
     * Returns when the duration has passed.
     *
     * @param duration how long, zero or more
     * @throws InterruptedException at once if the thread is or gets interrupted
     */
    void pause(Duration duration) throws InterruptedException;
}
