package dev.commercekit.reliability.points;

import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.core.crash.Scenario;
import dev.commercekit.reliability.place.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Kills processes by SIGKILL at every commit and every call to the gateway: before it, after its effect but before the reply,
 * and after it. The storage is a real one on SQL, and the gateway a process of its own. Others recover, the caller asks again,
 * and the oracle judges. Then the process that recovers is killed as well, at some of all pairs of points.
 *
 * <p>{@code -Dcommercekit.pairs=N} takes so many pairs, {@code -Dcommercekit.seed=S} draws others.
 */
@Timeout(value = 4, unit = java.util.concurrent.TimeUnit.HOURS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SqlCrashPointsTest {

    /** States the counts, which go stale when a workflow gets another boundary. */
    private static final Path PAGE = Path.of("../docs/reliability.md");

    private static final int PAIRS = Integer.getInteger("commercekit.pairs", 60);
    private static final long SEED = Long.getLong("commercekit.seed", 1);
    private static final List<Case> SINGLES = Arrays.stream(Scenario.values())
            .filter(scenario -> !scenario.joins())
            .flatMap(scenario -> Case.singles(scenario).stream())
            .toList();
    private static final List<Case> ALL_PAIRS =
            SINGLES.stream().flatMap(single -> single.pairs().stream()).toList();

    @TempDir
    private Path folder;

    @Test
    void thePageStatesTheCounts() throws IOException {
        assertThat(Files.readString(PAGE))
                .contains(SINGLES.size() + " points and " + ALL_PAIRS.size() + " pairs on each dialect");
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLostWhereverAProcessIsKilled(Dialect dialect) throws Exception {
        try (Points points = new Points(dialect, folder)) {
            int kills = points.kill(SINGLES);
            System.out.printf("%s: %d crash points, %d processes killed%n", dialect, SINGLES.size(), kills);
            List<Case> pairs = drawn();
            kills = points.kill(pairs);
            System.out.printf(
                    "%s: %d of %d pairs, seed %d, %d processes killed%n",
                    dialect, pairs.size(), ALL_PAIRS.size(), SEED, kills);
        }
    }

    private static List<Case> drawn() {
        List<Case> pairs = new ArrayList<>(ALL_PAIRS);
        Collections.shuffle(pairs, new Random(SEED));
        return pairs.subList(0, Math.min(PAIRS, pairs.size()));
    }
}
