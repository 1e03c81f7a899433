package dev.commercekit.core.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.core.Commerce;
import dev.commercekit.core.crash.CrashPoint.Mode;
import dev.commercekit.core.crash.Scenario.Wish;
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
        int singles = 0;
        int pairs = 0;
        for (Mode first : Mode.values()) {
            for (int at = 1; ; at++) {
                Outcome alone = run(scenario, CrashPoint.at(at, first), CrashPoint.never());
                if (!alone.firstStopped()) {
                    break;
                }
                singles++;
                for (Mode second : Mode.values()) {
                    for (int then = 1;
                            run(scenario, CrashPoint.at(at, first), CrashPoint.at(then, second))
                                    .secondStopped();
                            then++) {
                        pairs++;
                    }
                }
            }
        }
        System.out.printf("%s: %d crash points, %d pairs%n", scenario, singles, pairs);
        assertThat(Files.readString(PAGE)).contains("| " + scenario + " | " + singles + " | " + pairs + " |");
    }

    private static Outcome run(Scenario scenario, CrashPoint first, CrashPoint second) {
        World world = new World();
        Wish wish = scenario.prepare(world);
        ask(world, wish, first);
        recover(world, wish, second);
        try (Commerce last = world.process(CrashPoint.never())) {
            world.recover(last);
            wish.ask(last);
            world.recover(last);
            Object answer = wish.ask(last);
            assertThat(answer)
                    .as("%s, stopped %s, then %s", scenario, first, second)
                    .isInstanceOf(wish.answer());
            assertThat(wish.ask(last)).isEqualTo(answer);
            world.recover(last);
        }
        assertThat(world.violations())
                .as("%s, stopped %s, then %s", scenario, first, second)
                .isEmpty();
        return new Outcome(first.reached(), second.reached());
    }

    private static void ask(World world, Wish wish, CrashPoint point) {
        try (Commerce process = world.process(point)) {
            wish.ask(process);
        } catch (Stop stopped) {
            assertThat(point.reached()).isTrue();
        }
    }

    private static void recover(World world, Wish wish, CrashPoint point) {
        try (Commerce process = world.process(point)) {
            world.recover(process);
            wish.ask(process);
        } catch (Stop stopped) {
            assertThat(point.reached()).isTrue();
        }
    }

    private record Outcome(boolean firstStopped, boolean secondStopped) {}
}
