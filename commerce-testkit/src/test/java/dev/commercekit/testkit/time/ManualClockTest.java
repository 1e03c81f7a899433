package dev.commercekit.testkit.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManualClockTest {

    private final ManualClock clock = ManualClock.at("2026-01-31T12:00:00Z");
    private final ManualScheduler scheduler = new ManualScheduler(clock);
    private final List<String> runs = new ArrayList<>();

    @Test
    void timeStandsStillUntilItIsAdvanced() {
        long nanos = clock.nanos();
        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-01-31T12:00:00Z"));
        clock.advance(Duration.ofMinutes(1));
        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-01-31T12:01:00Z"));
        assertThat(clock.nanos() - nanos).isEqualTo(60_000_000_000L);
    }

    @Test
    void theWallClockMayStepBackWithoutTheMonotonicOne() {
        long nanos = clock.nanos();
        clock.set(Instant.EPOCH);
        assertThat(clock.instant()).isEqualTo(Instant.EPOCH);
        assertThat(clock.nanos()).isEqualTo(nanos);
        assertThatThrownBy(() -> clock.advance(Duration.ofNanos(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tasksRunWhenTheyAreDueInOrder() {
        scheduler.every(Duration.ofSeconds(10), () -> runs.add("every@" + seconds()));
        scheduler.after(Duration.ofSeconds(15), () -> runs.add("once@" + seconds()));
        scheduler.after(
                Duration.ofSeconds(5),
                () -> scheduler.after(Duration.ofSeconds(5), () -> runs.add("late@" + seconds())));
        scheduler.advance(Duration.ofSeconds(25));
        assertThat(runs).containsExactly("every@10", "late@10", "once@15", "every@20");
        assertThat(seconds()).isEqualTo(25);
    }

    @Test
    void aCancelledTaskDoesNotRun() {
        var task = scheduler.every(Duration.ofSeconds(1), () -> runs.add("run"));
        scheduler.advance(Duration.ofSeconds(2));
        task.close();
        task.close();
        scheduler.advance(Duration.ofSeconds(5));
        assertThat(runs).hasSize(2);
        assertThat(scheduler.size()).isZero();
    }

    @Test
    void whatATaskThrowsComesOutAndTheTaskStays() {
        scheduler.every(Duration.ofSeconds(1), () -> {
            throw new IllegalStateException("planted");
        });
        assertThatThrownBy(() -> scheduler.advance(Duration.ofSeconds(1))).hasMessage("planted");
        assertThatThrownBy(() -> scheduler.advance(Duration.ofSeconds(1))).hasMessage("planted");
        assertThat(seconds()).isEqualTo(2);
    }

    @Test
    void tasksThatBecameDueByTheClockAloneRunWhenAsked() {
        scheduler.after(Duration.ofSeconds(1), () -> runs.add("run"));
        clock.advance(Duration.ofSeconds(3));
        assertThat(runs).isEmpty();
        scheduler.runDue();
        assertThat(runs).hasSize(1);
        assertThat(seconds()).isEqualTo(3);
    }

    @Test
    void aPauseLetsItsDurationPassAtOnce() throws InterruptedException {
        clock.pause(Duration.ofMinutes(5));
        assertThat(seconds()).isEqualTo(300);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> clock.pause(Duration.ofMinutes(5))).isInstanceOf(InterruptedException.class);
        assertThat(seconds()).isEqualTo(300);
    }

    private long seconds() {
        return Duration.between(Instant.parse("2026-01-31T12:00:00Z"), clock.instant())
                .toSeconds();
    }
}
