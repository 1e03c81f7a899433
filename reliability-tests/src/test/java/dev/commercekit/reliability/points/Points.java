package dev.commercekit.reliability.points;

import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.core.Commerce;
import dev.commercekit.core.crash.CrashPoint;
import dev.commercekit.core.crash.Ending;
import dev.commercekit.core.crash.World;
import dev.commercekit.reliability.gateway.GatewayHall;
import dev.commercekit.reliability.place.Dialect;
import dev.commercekit.reliability.place.Place;
import dev.commercekit.reliability.process.Child;
import dev.commercekit.testkit.time.ManualClock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Kills processes at points, on one dialect. Many shops, each with storage, gateway account and time of its own, stand at
 * their points in one process when it is killed; so one kill serves for all of them.
 */
final class Points implements AutoCloseable {

    private static final int SHOPS_IN_A_PROCESS = 150;
    private static final int THREADS = 4;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final Child gateway = Child.start(GatewayHall.class);
    private final int port = Integer.parseInt(gateway.next());
    private final Place place;
    private int shops;
    private int kills;

    Points(Dialect dialect, Path folder) {
        place = Place.at(dialect.newPlace(folder));
        place.begin(ManualClock.at(Shop.OPENED));
    }

    /**
     * Kills a process at each of the points, lets others recover, and demands that all is as it should be.
     *
     * @return how many processes were killed
     */
    int kill(List<Case> cases) throws InterruptedException, ExecutionException {
        int before = kills;
        for (int from = 0; from < cases.size(); from += SHOPS_IN_A_PROCESS) {
            wave(cases.subList(from, Math.min(cases.size(), from + SHOPS_IN_A_PROCESS)).stream()
                    .map(what -> new Shop("shop" + ++shops, what))
                    .toList());
        }
        return kills - before;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        place.close();
        gateway.kill();
    }

    private void wave(List<Shop> wave) throws InterruptedException, ExecutionException {
        inParallel(wave, shop -> {
            place.open(shop.name());
            return shop;
        });
        Map<String, Stand> first = killed(wave.stream().map(Shop::first).toList());
        List<Task> again = wave.stream()
                .filter(shop -> shop.what().second().isPresent())
                .map(shop -> shop.second(first.get(shop.name())))
                .toList();
        Map<String, Stand> second = again.isEmpty() ? Map.of() : killed(again);
        inParallel(wave, shop -> {
            judge(shop, first.get(shop.name()), Optional.ofNullable(second.get(shop.name())));
            place.remove(shop.name());
            return shop;
        });
    }

    private Map<String, Stand> killed(List<Task> tasks) {
        kills++;
        return Stand.kill(place.address(), port, tasks);
    }

    private void judge(Shop shop, Stand first, Optional<Stand> second) {
        String points = shop.what().toString();
        Stand last = second.orElse(first);
        World world = place.world(shop.name(), ManualClock.at(last.moment()), port);
        if (second.isEmpty()) {
            assertThat(recover(world, first))
                    .as("%s: boundaries of recovery", points)
                    .isEqualTo(shop.what().first().recovery());
        }
        Ending ending = Ending.of(world, first.wish());
        world.storage().close();
        assertThat(first.reached() && last.reached()).as("%s are there", points).isTrue();
        assertThat(ending.answer())
                .as(points)
                .isInstanceOf(shop.what().scenario().answer());
        assertThat(ending.again()).as(points).isEqualTo(ending.answer());
        assertThat(ending.violations()).as(points).isEmpty();
        for (Stand stand : List.of(first, last)) {
            assertThat(stand.answer().orElse(Answers.text(ending.answer())))
                    .as("%s: what was told before the kill", points)
                    .isEqualTo(Answers.text(ending.answer()));
        }
    }

    private static int recover(World world, Stand first) {
        CrashPoint never = CrashPoint.never();
        try (Commerce process = world.process(never)) {
            world.recover(process);
            first.wish().ask(process);
        }
        return never.crossed();
    }

    private <T> void inParallel(List<T> all, Function<T, T> work) throws InterruptedException, ExecutionException {
        List<Future<T>> futures = new ArrayList<>();
        all.forEach(one -> futures.add(threads.submit(() -> work.apply(one))));
        for (Future<T> future : futures) {
            future.get();
        }
    }
}
