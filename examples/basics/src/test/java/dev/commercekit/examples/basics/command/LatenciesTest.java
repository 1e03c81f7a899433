package dev.commercekit.examples.basics.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatenciesTest {
    @Test
    void aPercentileIsATimeThatWasMeasured() {
        var latencies = new Latencies();
        for (int millis = 2_000; millis > 0; millis--) {
            latencies.add(millis * 1_000_000L);
        }

        assertThat(latencies.percentileMillis(50)).isEqualTo(1_000);
        assertThat(latencies.percentileMillis(99)).isEqualTo(1_980);
        assertThat(new Latencies().percentileMillis(50)).isZero();
    }
}
