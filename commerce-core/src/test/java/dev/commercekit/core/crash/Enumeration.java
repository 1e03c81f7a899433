package dev.commercekit.core.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.core.Commerce;
import dev.commercekit.core.crash.CrashPoint.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Every crash point of a scenario, and every pair of them. */
public final class Enumeration {

    private Enumeration() {}

    /** Runs every point, and returns them. */
    public static List<Point> singles(Scenario scenario) {
        return singles(scenario, World::inMemory);
    }

    /** Runs every point in worlds from elsewhere, with goods on the shelves, and returns them. */
    public static List<Point> singles(Scenario scenario, Supplier<World> worlds) {
        List<Point> points = new ArrayList<>();
        for (Mode mode : Mode.values()) {
            for (int at = 1; ; at++) {
                CrashPoint first = CrashPoint.at(at, mode);
                CrashPoint second = CrashPoint.never();
                run(scenario, worlds.get(), first, second);
                if (!first.reached()) {
                    break;
                }
                points.add(new Point(at, mode, second.crossed()));
            }
        }
        return points;
    }

    /** Runs every point, and for each one every point of the process that recovers. */
    static Counts pairs(Scenario scenario) {
        int pairs = 0;
        List<Point> points = singles(scenario);
        for (Point first : points) {
            for (Point second : first.second()) {
                CrashPoint then = second.stop();
                run(scenario, World.inMemory(), first.stop(), then);
                assertThat(then.reached()).as("%s %s", scenario, second).isTrue();
                pairs++;
            }
        }
        return new Counts(points.size(), pairs);
    }

    private static void run(Scenario scenario, World world, CrashPoint first, CrashPoint second) {
        Wish wish = scenario.prepare(world);
        ask(world, wish, first);
        recover(world, wish, second);
        Ending ending = Ending.of(world, wish);
        world.storage().close();
        String points = String.format("%s, stopped %s, then %s", scenario, first, second);
        assertThat(ending.answer()).as(points).isInstanceOf(scenario.answer());
        assertThat(ending.again()).as(points).isEqualTo(ending.answer());
        assertThat(ending.violations()).as(points).isEmpty();
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
}
