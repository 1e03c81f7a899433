package dev.commercekit.core.commit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.core.memory.InMemoryStorage;
import dev.commercekit.testkit.fault.FaultyStorage;
import dev.commercekit.testkit.time.ManualClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StorageClockTest {

    private static final Instant T0 = Instant.parse("2026-01-31T12:00:00Z");
    private static final Duration RESOLUTION = Duration.ofNanos(1_000);

    private final ManualClock server = ManualClock.at(T0);
    private final ManualClock local = ManualClock.at("1999-01-01T00:00:00Z");
    private final FaultyStorage storage = new FaultyStorage(InMemoryStorage.create(server));
    private final StorageClock clock = new StorageClock(storage, local::nanos);

    private void pass(Duration duration) {
        server.advance(duration);
        local.advance(duration);
    }

    @Test
    void theStorageIsAskedOnlyWhereNothingIsKnown() {
        assertThat(clock.earliest()).isEqualTo(T0);
        storage.down(true);
        pass(Duration.ofSeconds(5));
        assertThat(clock.earliest()).isEqualTo(T0.plusSeconds(5));
        assertThat(clock.latest()).isEqualTo(T0.plusSeconds(5).plus(RESOLUTION));
    }

    @Test
    void theTrueTimeLiesBetweenTheBounds() {
        for (Duration there : new Duration[] {Duration.ZERO, Duration.ofMillis(3), Duration.ofSeconds(2)}) {
            for (Duration back : new Duration[] {Duration.ZERO, Duration.ofMillis(7), Duration.ofSeconds(1)}) {
                long before = clock.nanos();
                pass(there);
                Instant at = storage.now();
                pass(back);
                clock.observe(before, at);
                pass(Duration.ofMinutes(1).plusNanos(999));
                assertThat(clock.earliest()).isBeforeOrEqualTo(server.instant());
                assertThat(clock.latest()).isAfterOrEqualTo(server.instant());
                assertThat(Duration.between(clock.earliest(), clock.latest()))
                        .isEqualTo(there.plus(back).plus(RESOLUTION));
            }
        }
    }

    @Test
    void aReplyToAnOlderRequestDoesNotReplaceANewerOne() {
        long older = clock.nanos();
        Instant then = storage.now();
        pass(Duration.ofSeconds(1));
        clock.refresh();
        clock.observe(older, then);
        assertThat(clock.earliest()).isEqualTo(T0.plusSeconds(1));
        assertThat(clock.latest()).isEqualTo(T0.plusSeconds(1).plus(RESOLUTION));
    }

    @Test
    void aStorageThatStepsBackIsFollowed() {
        clock.refresh();
        server.set(T0.minusSeconds(60));
        pass(Duration.ofSeconds(1));
        clock.refresh();
        assertThat(clock.earliest()).isEqualTo(T0.minusSeconds(59));
    }
}
