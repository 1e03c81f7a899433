package dev.commercekit.core.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.core.crash.Enumeration.Counts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Stops a process at every commit and every call to the gateway: before it, after its effect but before the reply, and after it.
 * Another process recovers, and asks again as the caller would; then the oracle judges. And for every such point, the process
 * that recovers is stopped at every point of its own, and a third one recovers.
 */
class CrashEnumerationTest {

    /** States the counts, which go stale when a workflow gets another boundary. */
    private static final Path PAGE = Path.of("../docs/reliability.md");

    @ParameterizedTest
    @EnumSource
    void nothingIsLostWhereverAProcessStops(Scenario scenario) throws IOException {
        Counts counts = Enumeration.pairs(scenario);
        System.out.printf("%s: %d crash points, %d pairs%n", scenario, counts.singles(), counts.pairs());
        assertThat(Files.readString(PAGE))
                .contains("| " + scenario + " | " + counts.singles() + " | " + counts.pairs() + " |");
    }
}
