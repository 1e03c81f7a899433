package dev.commercekit.json.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JDK's own form is the rule. */
class InstantTextTest {

    private static final long[] UNITS = {1_000_000_000, 1_000_000, 1_000, 1};

    @Test
    void everyMomentIsWrittenAndReadAsTheJdkDoes() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            long unit = UNITS[random.nextInt(UNITS.length)];
            long nano = random.nextInt(1_000_000_000) / unit * unit;
            Instant moment = Instant.ofEpochSecond(random.nextLong(-70_000_000_000L, 260_000_000_000L), nano);

            String text = InstantText.write(moment);

            assertThat(text).as("seed %d", seed).isEqualTo(moment.toString());
            assertThat(InstantText.read(text)).as("seed %d: %s", seed, text).isEqualTo(moment);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1000000000-01-01T00:00:00Z",
                "-0001-12-31T23:59:59.999999999Z",
                "0000-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999999999Z",
                "+10000-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59.999999999Z"
            })
    void theEdgesAreWrittenAndReadAsTheJdkDoes(String text) {
        assertThat(InstantText.write(Instant.parse(text))).isEqualTo(text);
        assertThat(InstantText.read(text)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-24T24:00:00Z",
                "2016-12-31T23:59:60Z",
                "2026-11-24t10:11:12.5z",
                "2026-11-24T10:11:12.1234Z",
                "2024-02-29T00:00:00Z",
                "+12026-11-24T10:11:12Z"
            })
    void whatTheJdkReadsIsReadAlike(String text) {
        assertThat(InstantText.read(text)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-11-24",
                "2026-02-30T10:11:12Z",
                "2026-13-01T10:11:12Z",
                "2026-11-24T10:61:12Z",
                "2026-11-24T10:11:12",
                "2026-11-24T10:11:1\u0661Z",
                "2026-11-24T10:11:12.12345678Zz"
            })
    void whatTheJdkRefusesIsRefused(String text) {
        assertThatThrownBy(() -> Instant.parse(text)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> InstantText.read(text)).isInstanceOf(DateTimeException.class);
    }
}
