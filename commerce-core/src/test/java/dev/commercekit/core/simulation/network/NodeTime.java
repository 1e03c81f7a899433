package dev.commercekit.core.simulation.network;

import dev.commercekit.TimeSource;
import dev.commercekit.core.simulation.schedule.CooperativeThreads;
import dev.commercekit.testkit.time.ManualClock;
import java.time.Duration;
import java.time.Instant;

/** The time of one process: its clock may be wrong, and who waits lets others go on. */
public record NodeTime(CooperativeThreads threads, ManualClock clock, Duration wrong) implements TimeSource {

    @Override
    public Instant instant() {
        return clock.instant().plus(wrong);
    }

    @Override
    public long nanos() {
        return clock.nanos();
    }

    @Override
    public void pause(Duration duration) {
        threads.sleep(duration);
    }
}
