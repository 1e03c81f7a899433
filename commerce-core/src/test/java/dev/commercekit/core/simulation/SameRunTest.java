package dev.commercekit.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.commercekit.core.Seeds;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Compares the traces of runs of the same seeds. */
class SameRunTest {

    private static final Seeds TWICE = new Seeds(1, 10);

    @Test
    void aSeedIsTheSameRunBesideOthers() {
        Map<Long, Long> alone = hashes(TWICE.stream());

        assertThat(hashes(TWICE.stream().parallel())).isEqualTo(alone);
        assertThat(alone.values()).doesNotHaveDuplicates();
    }

    @Test
    void aSeedIsTheSameRunInAnotherProcess() throws Exception {
        assumeThat(Simulation.class.getClassLoader())
                .as("the class path of this process has the tests")
                .isSameAs(ClassLoader.getSystemClassLoader());

        assertThat(hashesElsewhere()).isEqualTo(hashes(TWICE.stream()));
    }

    private static Map<Long, Long> hashes(LongStream seeds) {
        return seeds.boxed()
                .collect(Collectors.toConcurrentMap(
                        seed -> seed, seed -> Simulation.run(seed).hash()));
    }

    private static Map<Long, Long> hashesElsewhere() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        RunElsewhere.class.getName(),
                        Long.toString(TWICE.from()),
                        Long.toString(TWICE.count()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines = process.inputReader()) {
            return lines.lines()
                    .filter(line -> line.startsWith(RunElsewhere.HASH))
                    .map(line -> line.split(" ", -1))
                    .collect(Collectors.toMap(words -> Long.valueOf(words[1]), words -> Long.valueOf(words[2])));
        } finally {
            assertThat(process.waitFor()).isZero();
        }
    }
}
