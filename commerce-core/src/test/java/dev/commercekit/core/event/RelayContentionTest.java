package dev.commercekit.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.order.OrderEvent;
import dev.commercekit.storage.StorageException;
import dev.commercekit.testkit.fault.FaultyStorage;
import dev.commercekit.testkit.fault.StorageFault;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several relays over one storage, with all that goes wrong; the order is judged by what the consumers saw. */
class RelayContentionTest {

    private static final int ORDERS = 12;
    private static final int EVENTS = 15;
    private static final int MOST_ROUNDS = 20_000;

    private final Town town = new Town();
    private final Map<String, Queue<Long>> seen = new ConcurrentHashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyNumberOfRelaysKeepTheOrderAndApplyEachEffectOnce(long seed) throws Exception {
        town.storage.open(List.of(Tally.TABLE));
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            List<Future<Boolean>> nodes = pool.invokeAll(
                    IntStream.range(0, 3).mapToObj(node -> node(node, seed)).toList());
            for (Future<Boolean> node : nodes) {
                assertThat(node.get()).as("a node is done, seed %s", seed).isTrue();
            }
        } finally {
            pool.shutdownNow();
        }
        List<Long> inOrder = LongStream.rangeClosed(1, EVENTS).boxed().toList();
        assertThat(seen).hasSize(2 * ORDERS);
        assertThat(seen)
                .allSatisfy((consumer, sequences) -> assertThat(new LinkedHashSet<>(sequences))
                        .as("%s, seed %s", consumer, seed)
                        .containsExactlyElementsOf(inOrder));
        for (int order = 0; order < ORDERS; order++) {
            assertThat(Tally.of(town.storage, "order-" + order).get(Tally.APPLIED))
                    .isEqualTo(EVENTS);
        }
        assertThat(town.inbox()).hasSize(3 * ORDERS * EVENTS);
    }

    /** Each node makes a third of the orders, and relays those of all, until everything is published. */
    private Callable<Boolean> node(int number, long seed) {
        Random random = new Random(seed * 31 + number);
        var storage = new FaultyStorage(town.another())
                .randomly(
                        random.nextLong(),
                        10,
                        StorageFault.lostReply(),
                        StorageFault.lostRequest(),
                        StorageFault.duplicate(),
                        StorageFault.failure(true));
        var relay = town.relay(
                storage,
                Subscriptions.none()
                        .on("mail", OrderEvent.class, event -> see("mail", event, random))
                        .apply("tally", OrderEvent.class, event -> Tally.count(town.storage, event))
                        .on("ship", OrderEvent.class, event -> see("ship", event, random)),
                Runnable::run);
        return () -> {
            for (int event = 1; event <= EVENTS; event++) {
                for (int order = number; order < ORDERS; order += 3) {
                    town.happen("order-" + order, event, event);
                }
                round(relay);
            }
            for (int i = 0; i < MOST_ROUNDS; i++) {
                town.clock.advance(Duration.ofSeconds(random.nextInt(10)));
                round(relay);
                town.parked().list(10).forEach(event -> town.parked().retry(event.id(), List.of()));
                var events = town.events();
                if (events.size() == ORDERS * EVENTS
                        && events.stream().allMatch(event -> EventTable.is(EventState.PUBLISHED, event))) {
                    return true;
                }
            }
            return false;
        };
    }

    private static void round(Relay relay) {
        try {
            relay.publishDue(5);
        } catch (StorageException planted) {
            assertThat(planted.retryable()).isTrue();
        }
    }

    private void see(String consumer, OrderEvent event, Random random) {
        seen.computeIfAbsent(consumer + " " + event.order(), name -> new ConcurrentLinkedQueue<>())
                .add(event.header().sequence());
        int chance = random.nextInt(100);
        if (chance < 5) {
            town.clock.advance(Town.LEASE);
        } else if (chance < 15) {
            throw new IllegalStateException("a planted failure");
        }
    }
}
