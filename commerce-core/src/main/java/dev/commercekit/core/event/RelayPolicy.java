package dev.commercekit.core.event;

import dev.commercekit.Input;
import java.time.Duration;

/**
 * How patient the relay is.
 *
 * @param lease how long a taken event is left to its taker; a handler should be faster, and a crash delays its event by this
 * @param attempts how often an event is tried before it is parked
 * @param firstBackoff how long an aggregate waits after the first failure; each further one doubles it
 * @param longestBackoff the most that it waits
 */
public record RelayPolicy(Duration lease, int attempts, Duration firstBackoff, Duration longestBackoff) {

    /** Checks that all are positive. */
    public RelayPolicy {
        Input.that(lease.compareTo(Duration.ZERO) > 0, "lease", "must be positive");
        Input.range(attempts, "attempts", 1, 1_000);
        Input.that(firstBackoff.compareTo(Duration.ZERO) > 0, "firstBackoff", "must be positive");
        Input.that(longestBackoff.compareTo(firstBackoff) >= 0, "longestBackoff", "must not be below the first");
    }

    /** Returns a lease of 30 seconds and 20 attempts, from 1 second to 10 minutes apart: parked after about two hours. */
    public static RelayPolicy standard() {
        return new RelayPolicy(Duration.ofSeconds(30), 20, Duration.ofSeconds(1), Duration.ofMinutes(10));
    }

    /** Returns how long to wait after the given number of attempts. */
    Duration backoff(long made) {
        Duration wait = firstBackoff;
        for (long i = 1; i < made && wait.compareTo(longestBackoff) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(longestBackoff) < 0 ? wait : longestBackoff;
    }
}
