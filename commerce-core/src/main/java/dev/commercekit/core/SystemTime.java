package dev.commercekit.core;

import dev.commercekit.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The one place where the library reads the machine's clocks; everything else gets them from here, through the builder. */
final class SystemTime implements TimeSource {

    private static final InstantSource CLOCK = InstantSource.system();

    @Override
    public Instant instant() {
        return CLOCK.instant();
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public void pause(Duration duration) throws InterruptedException {
        Thread.sleep(duration.toMillis(), duration.toNanosPart() % 1_000_000);
    }
}
