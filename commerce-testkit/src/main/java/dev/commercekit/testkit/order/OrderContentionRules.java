package dev.commercekit.testkit.order;

import static dev.commercekit.testkit.Contention.insist;
import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.order.CancelResult;
import dev.commercekit.order.Order;
import dev.commercekit.order.OrderBusyException;
import dev.commercekit.order.OrderId;
import dev.commercekit.order.OrderStatus;
import dev.commercekit.order.Orders;
import dev.commercekit.order.ReturnRequest;
import dev.commercekit.order.ReturnResult;
import dev.commercekit.order.ShipRequest;
import dev.commercekit.order.ShipResult;
import dev.commercekit.testkit.Contention;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many threads on two instances over one order. */
abstract class OrderContentionRules extends OrderPermissionRules {

    private static final int ROUNDS = 3;

    /** Sends every command from a thread of its own, and once more when all have ended: those are the final answers. */
    private <R> List<R> all(IntFunction<Function<Orders, R>> commands) {
        List<Function<Orders, R>> prepared = new ArrayList<>();
        for (int i = 0; i < shop.contenders(); i++) {
            prepared.add(commands.apply(i));
        }
        Contention.run(shop.contenders(), number -> {
            try {
                insist(() -> prepared.get(number).apply(instance(number).orders()));
            } catch (OrderBusyException stillBusy) {
                assertThat(stillBusy.order()).isNotNull();
            }
        });
        return prepared.stream()
                .map(command -> insist(() -> command.apply(ports.orders())))
                .toList();
    }

    private static long count(List<?> results, Class<?> type) {
        return results.stream().filter(type::isInstance).count();
    }

    @Test
    void theSameUnitsComeBackOnce() {
        for (int round = 0; round < ROUNDS; round++) {
            OrderId id = shipped();
            List<ReturnRequest> requests = IntStream.range(0, shop.contenders())
                    .mapToObj(i -> ReturnRequest.of(key(), id, holders(2)).restocked())
                    .toList();
            List<ReturnResult> results = all(i -> orders -> orders.takeBack(requests.get(i)));
            assertThat(count(results, ReturnResult.Returned.class)).isEqualTo(1);
            assertThat(count(results, ReturnResult.NotReturnable.class)).isEqualTo(results.size() - 1);
            stands(id, OrderStatus.SHIPPED, "7.65", "5.10");
            moved(id, 3, 2);
            isAt(HOLDER, 9 - round, 0);
        }
    }

    @Test
    void unitsThatComeBackOneByOneGiveTheirMoneyBackOnce() {
        OrderId id = shipped();
        List<ReturnRequest> requests = IntStream.range(0, shop.contenders())
                .mapToObj(i -> ReturnRequest.of(key(), id, holders(1)))
                .toList();
        List<ReturnResult> results = all(i -> orders -> orders.takeBack(requests.get(i)));
        long expected = Math.min(3, results.size());
        assertThat(count(results, ReturnResult.Returned.class)).isEqualTo(expected);
        moved(id, 3, expected);
        assertThat(order(id).payment().refunded()).isEqualTo(pounds("2.55").times(expected));
    }

    @Test
    void theSameLinesAreSentOnce() {
        for (int round = 0; round < ROUNDS; round++) {
            OrderId id = bought();
            List<ShipRequest> requests = IntStream.range(0, shop.contenders())
                    .mapToObj(i -> i % 2 == 0 ? ShipRequest.all(key(), id) : ShipRequest.of(key(), id, holders(3)))
                    .toList();
            List<ShipResult> results = all(i -> orders -> orders.ship(requests.get(i)));
            assertThat(count(results, ShipResult.Shipped.class)).isEqualTo(1);
            assertThat(count(results, ShipResult.NotShippable.class)).isEqualTo(results.size() - 1);
            stands(id, OrderStatus.SHIPPED, "7.65", "0");
        }
    }

    @Test
    void oneCommandThatComesManyTimesIsCarriedOutOnce() {
        OrderId id = bought();
        ShipRequest ship = ShipRequest.of(key(), id, holders(2));
        assertThat(all(i -> orders -> orders.ship(ship))).containsOnly(new ShipResult.Shipped(id, pounds("5.10")));
        ReturnRequest back = ReturnRequest.of(key(), id, holders(1)).restocked();
        assertThat(all(i -> orders -> orders.takeBack(back)))
                .containsOnly(new ReturnResult.Returned(id, pounds("2.55")));
        stands(id, OrderStatus.PARTIALLY_SHIPPED, "5.10", "2.55");
        moved(id, 2, 1);
        isAt(HOLDER, 8, 0);
    }

    @Test
    void manyCancellationsOfOneOrderGiveItsMoneyBackOnce() {
        for (OrderId id : List.of(bought(), paid())) {
            IdempotencyKey same = key();
            List<IdempotencyKey> keys = IntStream.range(0, shop.contenders())
                    .mapToObj(i -> i % 2 == 0 ? same : key())
                    .toList();
            List<CancelResult> results = all(i -> orders -> orders.cancel(id, WHY, keys.get(i)));
            assertThat(results)
                    .containsOnly(
                            new CancelResult.Cancelled(id, order(id).payment().refunded()));
            isCancelled(id);
        }
        isAt(HOLDER, 10, 0);
    }

    @Test
    void anOrderIsEitherSentOrCancelled() {
        for (int round = 0; round < ROUNDS; round++) {
            OrderId id = round % 2 == 0 ? bought() : paid();
            List<IdempotencyKey> keys =
                    IntStream.range(0, shop.contenders()).mapToObj(i -> key()).toList();
            List<Object> results = all(i -> orders ->
                    i % 2 == 0 ? orders.ship(ShipRequest.all(keys.get(i), id)) : orders.cancel(id, WHY, keys.get(i)));
            Order order = order(id);
            if (order.status() == OrderStatus.CANCELLED) {
                assertThat(count(results, ShipResult.Shipped.class)).isZero();
                assertThat(count(results, CancelResult.Cancelled.class)).isPositive();
                isCancelled(id);
                moved(id, 0, 0);
            } else {
                assertThat(count(results, ShipResult.Shipped.class)).isEqualTo(1);
                assertThat(count(results, CancelResult.Cancelled.class)).isZero();
                stands(id, OrderStatus.SHIPPED, "7.65", "0");
            }
        }
        long sent = orders().stream()
                .filter(order -> order.status() == OrderStatus.SHIPPED)
                .count();
        isAt(HOLDER, 10 - 3 * sent, 0);
    }
}
