package dev.commercekit.core.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.core.Commerce;
import dev.commercekit.core.crash.CrashPoint.Mode;
import dev.commercekit.core.crash.Scenario.Wish;

/** Every crash point of a scenario, and every pair of them. */
final class Enumeration {

    private Enumeration() {}

    /** Runs every point, and for each one every point of the process that recovers. */
    static Counts pairs(Scenario scenario) {
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
        return new Counts(singles, pairs);
    }

    /** Runs every point alone, which is quick. */
    static void singles(Scenario scenario) {
        for (Mode mode : Mode.values()) {
            int at = 1;
            while (run(scenario, CrashPoint.at(at, mode), CrashPoint.never()).firstStopped()) {
                at++;
            }
        }
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

    /** How many points there are, and how many pairs. */
    record Counts(int singles, int pairs) {}

    private record Outcome(boolean firstStopped, boolean secondStopped) {}
}
