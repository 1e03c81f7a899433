package dev.commercekit.core.workflow;

import dev.commercekit.Input;
import java.time.Duration;

/**
 * How patient the engine is.
 *
 * @param leaseMargin how long after a call's time-out it may be taken over by another instance
 * @param firstRetry how long after the first failure a call is made again, at most
 * @param lastRetry the longest time between two attempts
 * @param tries how often steps run again because what they read or wrote was changed meanwhile
 */
public record WorkflowOptions(Duration leaseMargin, Duration firstRetry, Duration lastRetry, int tries) {

    /** A second of margin, retries after 200 milliseconds up to a minute, sixteen tries. */
    public static final WorkflowOptions DEFAULT =
            new WorkflowOptions(Duration.ofSeconds(1), Duration.ofMillis(200), Duration.ofMinutes(1), 16);

    /** Checks that all are positive. */
    public WorkflowOptions {
        Input.that(leaseMargin.toMillis() > 0, "leaseMargin", "must be at least a millisecond");
        Input.that(firstRetry.toMillis() > 0, "firstRetry", "must be at least a millisecond");
        Input.that(lastRetry.compareTo(firstRetry) >= 0, "lastRetry", "must not be shorter than the first");
        Input.range(tries, "tries", 1, 1_000);
    }

    /** Returns how long to wait after a failure: twice as long each time, and up to half of it less by chance. */
    Duration backoff(long failures, long chance) {
        long longest = lastRetry.toMillis();
        long full = failures > 30 ? longest : Math.min(longest, firstRetry.toMillis() << failures);
        full = full < 0 ? longest : full;
        return Duration.ofMillis(full - Math.floorMod(chance, full / 2 + 1));
    }
}
