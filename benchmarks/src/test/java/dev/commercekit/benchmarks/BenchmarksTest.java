package dev.commercekit.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.commercekit.benchmarks.measure.Options;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Every benchmark still runs, with counts so small that what it prints means nothing. */
class BenchmarksTest {

    @Test
    void checkouts() throws Exception {
        assertThat(run("checkouts --threads 2 --skus 3 --checkouts 20 --warmup 0 --rounds 1"))
                .contains("whole", "complete", "one SKU");
    }

    @Test
    void growth() throws Exception {
        assertThat(run("growth --threads 2 --skus 3 --warmup 10 --orders 1000")).contains("1000");
    }

    @Test
    void startup() throws Exception {
        assertThat(run("startup --builds 3")).contains("first", "later");
    }

    @Test
    void durable() throws Exception {
        assertThat(run("durable --scenario 1 --checkouts 64 --warmup 0 --rounds 1"))
                .contains("32,     1,   0 ms");
    }

    @Test
    void endurance() throws Exception {
        assertThat(run("endurance --threads 4 --skus 3 --orders 40 --parts 2")).contains("20 ", "40 ");
    }

    @Test
    void operations() throws Exception {
        var once = new OptionsBuilder()
                .include("dev.commercekit.benchmarks.operation")
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(1))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();

        assertThat(new Runner(once).run()).hasSizeGreaterThanOrEqualTo(6);
    }

    @Test
    void anOptionThatNoneKnowsIsRefused() {
        assertThatThrownBy(() -> Options.parse(List.of("--thread", "2"), Map.of("threads", 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--thread");
    }

    private static String run(String line) throws Exception {
        var words = List.of(line.split(" ", -1));
        var out = new ByteArrayOutputStream();
        Benchmarks.ALL
                .get(words.get(0))
                .run(words.subList(1, words.size()), new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }
}
