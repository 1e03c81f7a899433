package dev.commercekit.core.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.core.Commerce;
import dev.commercekit.core.crash.CrashPoint.Mode;
import dev.commercekit.core.sandbox.SandboxCards;
import dev.commercekit.order.OrderId;
import dev.commercekit.order.ShipRequest;
import dev.commercekit.storage.Scan;
import dev.commercekit.storage.table.Table;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Stops a process at every commit by which it forgets old rows; another one forgets the rest, and nothing else is lost. */
class RetentionCrashTest {

    private static final List<String> FORGOTTEN = List.of("workflow", "idempotency_key", "event", "inbox");

    @ParameterizedTest
    @EnumSource
    void anotherProcessForgetsTheRest(Mode mode) {
        int points = 0;
        for (boolean stopped = true; stopped; points++) {
            World world = World.inMemory();
            OrderId order = shipped(world);
            world.clock().advance(Duration.ofDays(500));
            CrashPoint point = CrashPoint.at(points + 1, mode);
            try (Commerce process = world.process(point)) {
                while (process.housekeep() > 0) {}
            } catch (Stop stop) {
                assertThat(point.reached()).isTrue();
            }
            stopped = point.reached();
            try (Commerce last = world.process(CrashPoint.never())) {
                while (last.housekeep() > 0) {}
                assertThat(last.tables())
                        .filteredOn(table -> FORGOTTEN.contains(table.name()))
                        .hasSize(FORGOTTEN.size())
                        .allSatisfy(table -> assertThat(rows(last, table)).isZero());
                assertThat(last.orders().find(order)).isPresent();
            }
            assertThat(world.violations()).isEmpty();
        }
        assertThat(points).isGreaterThan(4);
    }

    private static OrderId shipped(World world) {
        CheckoutRequest request = world.request("k", SandboxCards.approved());
        try (Commerce shop = world.process(CrashPoint.never())) {
            OrderId order = ((CheckoutResult.Confirmed) shop.checkout().complete(request)).order();
            shop.orders().ship(ShipRequest.all(IdempotencyKey.of("s"), order));
            while (shop.housekeep() > 0) {}
            return order;
        }
    }

    private static int rows(Commerce shop, Table table) {
        return shop.storage().scan(Scan.of(table).limit(1_000)).rows().size();
    }
}
