package dev.commercekit.reliability.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.core.Commerce;
import dev.commercekit.core.crash.CrashPoint;
import dev.commercekit.core.crash.CrashPoint.Mode;
import dev.commercekit.core.crash.Wish;
import dev.commercekit.core.crash.World;
import dev.commercekit.reliability.gateway.GatewayHall;
import dev.commercekit.reliability.place.Dialect;
import dev.commercekit.reliability.place.Place;
import dev.commercekit.reliability.process.Child;
import dev.commercekit.testkit.time.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A host writes a row of its own and has the shop do something in the same transaction, and is killed by SIGKILL before every
 * statement, and before its commit, when that has been carried out but its reply was not seen, and behind it. Then its row and the shop's are both
 * there or both absent, and nobody has called the gateway. Another instance recovers, the host does all of it again, and the
 * oracle judges.
 */
@Timeout(value = 1, unit = TimeUnit.HOURS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostCrashPointsTest {

    /** States the counts, which go stale when a command needs other statements. */
    private static final Path PAGE = Path.of("../docs/reliability.md");

    /** What the dead one would have done with a reply shows nowhere; so the next statement's beginning is this one's end. */
    private static final List<Mode> WITHIN = List.of(Mode.BEFORE);

    private static final List<Mode> COMMIT = List.of(Mode.values());

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void bothSidesAreThereOrNeither(Dialect dialect) throws Exception {
        try (Child gateway = Child.start(GatewayHall.class);
                Place place = Place.at(dialect.newPlace(folder))) {
            place.begin(ManualClock.at(Host.OPENED));
            int port = Integer.parseInt(gateway.next());
            List<HostTask> tasks = new ArrayList<>();
            for (HostCommand command : HostCommand.values()) {
                int boundaries = boundaries(place, port, command);
                for (int at = 1; at <= boundaries; at++) {
                    for (Mode mode : at < boundaries ? WITHIN : COMMIT) {
                        String shop = "host" + tasks.size();
                        Wish wish = prepare(place, port, shop, command);
                        tasks.add(new HostTask(shop, command, wish, at, mode, at == boundaries));
                    }
                }
                System.out.printf("%s, %s in a host's transaction: %d statements%n", dialect, command, boundaries);
            }
            kill(place, port, tasks);
            for (HostTask task : tasks) {
                judge(place, port, task);
            }
            assertThatThePageStates(dialect, tasks);
        }
    }

    private static int boundaries(Place place, int port, HostCommand command) throws SQLException {
        String shop = "counted_" + command.name().toLowerCase(Locale.ROOT);
        Wish wish = prepare(place, port, shop, command);
        CrashPoint counter = CrashPoint.never();
        World world = place.world(shop, ManualClock.at(Host.OPENED), port);
        try (Commerce commerce = Host.open(world)) {
            new Host(place, shop).transact(commerce, command, wish, counter);
        } finally {
            world.storage().close();
        }
        return counter.crossed();
    }

    private static Wish prepare(Place place, int port, String shop, HostCommand command) throws SQLException {
        place.open(shop);
        new Host(place, shop).begin();
        World world = place.world(shop, ManualClock.at(Host.OPENED), port);
        Wish wish = command.prepare(world);
        world.storage().close();
        return wish;
    }

    private static void kill(Place place, int port, List<HostTask> tasks) {
        try (Child hosts = Child.start(HostsProcess.class, place.address(), Integer.toString(port))) {
            tasks.forEach(task -> hosts.tell(HostTask.CODEC.write(task)));
            assertThat(Stream.generate(hosts::next).limit(tasks.size()))
                    .containsExactlyInAnyOrderElementsOf(
                            tasks.stream().map(task -> task.shop() + " stands").toList());
        }
    }

    private static void judge(Place place, int port, HostTask task) throws SQLException {
        Host host = new Host(place, task.shop());
        World world = place.world(task.shop(), ManualClock.at(Host.OPENED), port);
        int moved = task.command().moved();
        try (Commerce shop = Host.open(world)) {
            assertThat(host.told().isPresent()).as("%s: the host's row", task).isEqualTo(task.committed());
            assertThat(host.told()).as("%s: the host's row", task).isNotEqualTo(Optional.of(""));
            assertThat(task.command().isDone(shop, task.wish()))
                    .as("%s: the shop's rows", task)
                    .isEqualTo(task.committed());
            assertThat(world.ledger().entries()).as("%s: money", task).hasSize(moved);
            world.recover(shop);
            if (!task.committed()) {
                assertThat(world.ledger().entries())
                        .as("%s: money for nothing", task)
                        .hasSize(moved);
                assertThat(task.command().isDone(shop, task.wish()))
                        .as("%s: done by nobody", task)
                        .isFalse();
            }
            host.transact(shop, task.command(), task.wish(), CrashPoint.never());
            world.recover(shop);
            assertThat(task.command().isFinished(shop, task.wish()))
                    .as("%s: the end", task)
                    .isTrue();
            assertThat(host.told()).as("%s: the host's row", task).isPresent();
            assertThat(world.violations()).as("%s", task).isEmpty();
        } finally {
            world.storage().close();
            place.remove(task.shop());
        }
    }

    private static void assertThatThePageStates(Dialect dialect, List<HostTask> tasks) throws IOException {
        StringBuilder row = new StringBuilder("| " + dialect + " |");
        for (HostCommand command : HostCommand.values()) {
            row.append(" ")
                    .append(tasks.stream()
                            .filter(task -> task.command() == command)
                            .count())
                    .append(" |");
        }
        System.out.println(row);
        assertThat(Files.readString(PAGE)).contains(row);
    }
}
