package dev.commercekit.testkit.order;

import static dev.commercekit.testkit.Refusals.invalid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.Cursor;
import dev.commercekit.Page;
import dev.commercekit.PageRequest;
import dev.commercekit.account.Buyer;
import dev.commercekit.account.CustomerId;
import dev.commercekit.cart.CartId;
import dev.commercekit.order.Order;
import dev.commercekit.order.OrderEvent;
import dev.commercekit.order.OrderEvent.GoodsReturned;
import dev.commercekit.order.OrderEvent.GoodsShipped;
import dev.commercekit.order.OrderEvent.OrderConfirmed;
import dev.commercekit.order.OrderEvent.OrderPlaced;
import dev.commercekit.order.OrderId;
import dev.commercekit.order.OrderNumber;
import dev.commercekit.order.ReturnRequest;
import dev.commercekit.order.ShipRequest;
import dev.commercekit.testkit.shop.PaymentCase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Orders are found by id, by number and by customer, with everything that happened to them. */
abstract class FindingRules extends OrdersFixture {

    private List<Order> paged(CustomerId customer, int limit) {
        List<Order> all = new ArrayList<>();
        Optional<Cursor> next = Optional.empty();
        for (int page = 0; page == 0 || next.isPresent(); page++) {
            Page<Order> found = instance(page).orders().ofCustomer(customer, new PageRequest(limit, next));
            assertThat(found.items()).hasSizeLessThanOrEqualTo(limit);
            all.addAll(found.items());
            next = found.next();
        }
        return all;
    }

    @Test
    void findsAnOrderByIdAndByNumber() {
        Order order = order(bought());
        assertThat(ports.orders().find(order.number())).contains(order);
        assertThat(second.orders().find(OrderNumber.parse(order.number().value().toLowerCase(java.util.Locale.ROOT))))
                .contains(order);
    }

    @Test
    void findsNothingWhereThereIsNothing() {
        assertThat(ports.orders().find(OrderId.of("nobody"))).isEmpty();
        assertThat(ports.orders().find(OrderNumber.ofRandom(1))).isEmpty();
        assertThat(ports.orders().timeline(OrderId.of("nobody"))).isEmpty();
        assertThat(ports.orders().ofCustomer(CustomerId.of("nobody"), PageRequest.first(10)))
                .isEqualTo(new Page<>(List.of(), Optional.empty()));
    }

    @Test
    void listsTheOrdersOfACustomerTheNewestFirst() {
        List<OrderId> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(0, confirmed(buy(cart(HOLDER, 1), PaymentCase.APPROVED)).order());
            pass(Duration.ofSeconds(1));
        }
        for (int limit : new int[] {1, 2, 4, 5, 6}) {
            assertThat(paged(ADA, limit)).extracting(Order::id).isEqualTo(ids);
        }
    }

    @Test
    void listsOrdersOfOneMomentOnceEach() {
        CartId other = ports.carts().open(Buyer.customer("bob"), GBP).id();
        ports.carts().setQuantity(other, HOLDER, 1);
        OrderId bobs = confirmed(buy(other, PaymentCase.APPROVED)).order();
        List<OrderId> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(confirmed(buy(cart(HOLDER, 1), PaymentCase.APPROVED)).order());
        }
        for (int limit : new int[] {1, 2, 4, 5, 6}) {
            List<Order> found = paged(ADA, limit);
            assertThat(found).extracting(Order::id).containsExactlyInAnyOrderElementsOf(ids);
            assertThat(found)
                    .isSortedAccordingTo(Comparator.comparing(Order::placedAt).reversed());
        }
        assertThat(paged(CustomerId.of("bob"), 2)).extracting(Order::id).containsExactly(bobs);
    }

    @Test
    void tellsOfEverythingThatHappenedWithoutAGap() {
        OrderId id = bought();
        ports.orders().ship(new ShipRequest(key(), id, List.of(holders(1)), Optional.of("parcel 1")));
        ship(id);
        ports.orders()
                .takeBack(ReturnRequest.of(key(), id, holders(2)).restocked().because("too bright"));
        List<OrderEvent> timeline = inOrder(id);
        assertThat(timeline)
                .hasExactlyElementsOfTypes(
                        OrderPlaced.class,
                        OrderConfirmed.class,
                        GoodsShipped.class,
                        GoodsShipped.class,
                        GoodsReturned.class);
        GoodsShipped first = (GoodsShipped) timeline.get(2);
        assertThat(first.lines()).containsExactly(holders(1));
        assertThat(first.captured()).isEqualTo(pounds("2.55"));
        assertThat(first.tracking()).contains("parcel 1");
        assertThat(((GoodsShipped) timeline.get(3)).lines()).containsExactly(holders(2));
        GoodsReturned back = (GoodsReturned) timeline.get(4);
        assertThat(back.lines()).containsExactly(holders(2));
        assertThat(back.refunded()).isEqualTo(pounds("5.10"));
        assertThat(back.restocked()).isTrue();
        assertThat(back.reason()).contains("too bright");
    }

    @Test
    void aCursorThatMeansNothingIsRefused() {
        bought();
        for (String bad : List.of("x", "AAAA", "orders", "%%%")) {
            invalid(
                    "cursor",
                    () -> ports.orders().ofCustomer(ADA, PageRequest.first(1).after(new Cursor(bad))));
        }
    }
}
