package dev.commercekit.core.shop;

import static dev.commercekit.core.shop.TestShop.HOLDER;
import static dev.commercekit.core.shop.TestShop.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.commercekit.InvalidInputException;
import dev.commercekit.account.Buyer;
import dev.commercekit.cart.CartId;
import dev.commercekit.core.Commerce;
import dev.commercekit.core.RetentionPolicy;
import dev.commercekit.core.sandbox.SandboxCards;
import dev.commercekit.order.LineQuantity;
import dev.commercekit.order.Order;
import dev.commercekit.order.OrderId;
import dev.commercekit.order.ReturnRequest;
import dev.commercekit.order.ReturnResult;
import dev.commercekit.order.ShipRequest;
import dev.commercekit.testkit.Contention;
import dev.commercekit.testkit.fault.FaultyStorage;
import dev.commercekit.testkit.fault.StorageFault;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RetentionTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MOMENT = Duration.ofMillis(1);

    @Test
    void forgetsEverythingOfAClosedOrderAfterItsTimeAndNotBefore() {
        try (RetentionShop town = new RetentionShop()) {
            OrderId order = town.shipped("a");
            town.drain();
            assertThat(town.count("workflow", order)).isEqualTo(2);
            assertThat(town.count("idempotency_key", order)).isEqualTo(2);
            assertThat(town.count("event", order)).isEqualTo(3);
            assertThat(town.count("inbox", order)).isEqualTo(3);

            town.after(Duration.ofDays(30).minus(MOMENT));
            assertThat(town.count("workflow", order)).isEqualTo(2);
            town.after(MOMENT);
            assertThat(town.count("workflow")).isZero();
            assertThat(town.count("idempotency_key", order)).isEqualTo(2);

            town.after(Duration.ofDays(60).minus(MOMENT));
            assertThat(town.count("idempotency_key", order)).isEqualTo(2);
            town.after(MOMENT);
            assertThat(town.count("idempotency_key")).isZero();
            assertThat(town.commerce.orders().timeline(order)).hasSize(3);

            town.after(Duration.ofDays(310).minus(MOMENT));
            assertThat(town.commerce.orders().timeline(order)).hasSize(3);
            town.after(MOMENT);
            assertThat(town.commerce.orders().timeline(order)).isEmpty();
            assertThat(town.count("event")).isZero();
            assertThat(town.count("inbox")).isZero();

            assertThat(town.commerce.orders().find(order)).isPresent();
            assertThat(town.shop.oracle().settled()).isEmpty();
        }
    }

    @Test
    void forgetsNothingOfAnOrderThatIsOpen() {
        try (RetentionShop town = new RetentionShop()) {
            OrderId confirmed = town.confirmed("confirmed");
            OrderId waiting = town.shop.order("sent in part", HOLDER, 2, SandboxCards.approved());
            town.commerce.orders().ship(ShipRequest.of(key("s"), waiting, one(town, waiting)));
            town.shop.gateway.down();
            town.shop.buy("pending", town.shop.cart(HOLDER, 2), SandboxCards.approved());
            town.drain();
            Map<String, Long> before = town.counts();

            town.after(Duration.ofDays(1_000));
            town.after(DAY);

            Map<String, Long> after = town.counts();
            assertThat(after.get("workflow")).isEqualTo(before.get("workflow")).isEqualTo(4);
            assertThat(after.get("workflow_signal")).isGreaterThanOrEqualTo(before.get("workflow_signal"));
            assertThat(town.count("idempotency_key", confirmed)).isOne();
            assertThat(town.count("idempotency_key", waiting)).isEqualTo(2);
            assertThat(after.get("event")).isGreaterThanOrEqualTo(before.get("event"));
            assertThat(after.get("inbox")).isGreaterThanOrEqualTo(before.get("inbox"));
            assertThat(after.get("witness")).isLessThan(before.get("witness"));
            assertThat(town.shop.oracle().check()).isEmpty();
        }
    }

    @Test
    void manyOrdersThatStayKeepNobodyFromThoseBehindThem() {
        try (RetentionShop town = new RetentionShop()) {
            for (int i = 0; i < 350; i++) {
                town.confirmed("open-" + i);
            }
            OrderId closed = town.shipped("closed");
            town.drain();

            town.after(Duration.ofDays(500));
            town.after(DAY);

            assertThat(town.count("workflow", closed)).isZero();
            assertThat(town.count("idempotency_key", closed)).isZero();
            assertThat(town.count("event", closed)).isZero();
            assertThat(town.count("workflow")).isEqualTo(350);
        }
    }

    @Test
    void aTimelineIsWholeOrGone() {
        try (RetentionShop town = new RetentionShop()) {
            OrderId order = town.confirmed("a");
            town.after(Duration.ofDays(399));
            town.commerce.orders().ship(ShipRequest.all(key("s"), order));

            town.after(Duration.ofDays(399));
            assertThat(town.commerce.orders().timeline(order)).hasSize(3);
            town.after(Duration.ofDays(2));
            assertThat(town.commerce.orders().timeline(order)).isEmpty();
        }
    }

    @Test
    void anOrderThatIsReturnedAfterItsEventsAreForgottenTellsOfTheReturn() {
        try (RetentionShop town = new RetentionShop()) {
            OrderId order = town.shipped("a");
            town.drain();
            town.after(Duration.ofDays(500));

            assertThat(town.commerce.orders().takeBack(back(town, order, "r")))
                    .isInstanceOf(ReturnResult.Returned.class);
            town.drain();

            assertThat(town.commerce.orders().timeline(order)).hasSize(1);
            assertThat(town.count("inbox", order)).isOne();
            assertThat(town.shop.oracle().settled()).isEmpty();
        }
    }

    @Test
    void anOrderThatIsOpenedWhileItsRowsAreOnTheirWayOutKeepsThem() {
        FaultyStorage[] faults = new FaultyStorage[1];
        try (RetentionShop town = new RetentionShop(storage -> faults[0] = new FaultyStorage(storage), same -> same);
                Commerce other = town.another()) {
            OrderId order = town.shipped("a");
            town.drain();
            town.shop.gateway.down();
            town.shop.clock.advance(DAY);
            town.drain();
            town.shop.clock.advance(Duration.ofDays(30));
            ReturnRequest request = back(town, order, "r");
            long keys = town.count("workflow", order);

            // The witnesses go first; what is due besides them goes after the return has begun.
            faults[0].next(
                    StorageFault.none(),
                    StorageFault.before(() -> other.orders().takeBack(request)),
                    StorageFault.none());
            town.commerce.housekeep();

            assertThat(town.count("workflow", order)).isEqualTo(keys + 1);
        }
    }

    @Test
    void severalInstancesForgetTheSameAtOnce() {
        try (RetentionShop town = new RetentionShop();
                Commerce other = town.another()) {
            for (int i = 0; i < 60; i++) {
                town.shipped("order-" + i);
            }
            town.drain();
            town.shop.clock.advance(Duration.ofDays(500));

            Contention.run(4, number -> {
                Commerce either = number % 2 == 0 ? town.commerce : other;
                while (either.housekeep() > 0) {}
            });
            town.drain();

            assertThat(town.counts())
                    .containsEntry("workflow", 0L)
                    .containsEntry("idempotency_key", 0L)
                    .containsEntry("event", 0L)
                    .containsEntry("inbox", 0L);
            assertThat(town.shop.oracle().settled()).isEmpty();
        }
    }

    @Test
    void staysFlatOverManyOrders() {
        RetentionPolicy days = RetentionPolicy.DEFAULT.workflows(DAY).keys(DAY).events(DAY);
        try (RetentionShop town = new RetentionShop(storage -> storage, builder -> builder.retention(days))) {
            Map<String, Long> first = Map.of();
            for (int day = 0; day < 30; day++) {
                for (int i = 0; i < 10; i++) {
                    town.shipped(day + "-" + i);
                }
                town.after(DAY);
                first = day == 2 ? town.counts() : first;
            }

            Map<String, Long> last = town.counts();
            first.forEach(
                    (table, count) -> assertThat(last.get(table)).as(table).isLessThanOrEqualTo(count + 5));
            assertThat(town.count("shop_order")).isEqualTo(300);
        }
    }

    @Test
    void forgetsCartsOfGuestsOnlyIfItIsAskedTo() {
        RetentionPolicy carts = RetentionPolicy.DEFAULT.guestCarts(Duration.ofDays(10));
        try (RetentionShop keeping = new RetentionShop();
                RetentionShop town = new RetentionShop(storage -> storage, builder -> builder.retention(carts))) {
            CartId kept = guest(keeping);
            CartId stale = guest(town);
            CartId customers = town.shop.cart(HOLDER, 1);
            town.after(Duration.ofDays(5));
            CartId young = guest(town);
            keeping.after(Duration.ofDays(1_000));

            town.after(Duration.ofDays(5));

            assertThat(keeping.commerce.carts().find(kept)).isPresent();
            assertThat(town.commerce.carts().find(stale)).isEmpty();
            assertThat(town.commerce.carts().find(young)).isPresent();
            assertThat(town.commerce.carts().find(customers)).isPresent();
        }
    }

    @Test
    void refusesTimesThatAreTooShort() {
        RetentionPolicy standard = RetentionPolicy.DEFAULT;
        Duration hour = Duration.ofHours(1);
        assertThatThrownBy(() -> standard.witnesses(hour)).hasMessageContaining("retention.witnesses");
        assertThatThrownBy(() -> standard.workflows(hour)).hasMessageContaining("retention.workflows");
        assertThatThrownBy(() -> standard.keys(hour)).hasMessageContaining("retention.keys");
        assertThatThrownBy(() -> standard.events(hour)).hasMessageContaining("retention.events");
        assertThatThrownBy(() -> standard.guestCarts(Duration.ofDays(40_000)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("retention.guestCarts");
        assertThatThrownBy(
                        () -> Commerce.builder().retention(standard.keys(DAY)).quoteFor(Duration.ofDays(2)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("retention.keys");
    }

    private static CartId guest(RetentionShop town) {
        return town.commerce.carts().open(Buyer.guest("session"), TestShop.GBP).id();
    }

    private static ReturnRequest back(RetentionShop town, OrderId order, String name) {
        return ReturnRequest.of(key(name), order, one(town, order));
    }

    private static LineQuantity one(RetentionShop town, OrderId order) {
        Order found = town.commerce.orders().find(order).orElseThrow();
        return LineQuantity.of(found.lines().get(0).id().value(), 1);
    }
}
