package dev.commercekit.testkit.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.PageRequest;
import dev.commercekit.account.Buyer;
import dev.commercekit.account.CustomerId;
import dev.commercekit.account.Permission;
import dev.commercekit.account.Principal;
import dev.commercekit.cart.CartId;
import dev.commercekit.order.CancelResult;
import dev.commercekit.order.OrderEvent;
import dev.commercekit.order.OrderId;
import dev.commercekit.order.OrderNumber;
import dev.commercekit.order.OrderStatus;
import dev.commercekit.order.Orders;
import dev.commercekit.order.ReturnRequest;
import dev.commercekit.order.ReturnResult;
import dev.commercekit.order.ShipRequest;
import dev.commercekit.order.ShipResult;
import dev.commercekit.testkit.shop.PaymentCase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may do what. */
abstract class OrderPermissionRules extends OrderInputRules {

    private static void seesNothing(Orders other, OrderId id, OrderNumber number) {
        denied(Permission.ACT_FOR_BUYERS, () -> other.find(id));
        denied(Permission.ACT_FOR_BUYERS, () -> other.find(number));
        denied(Permission.ACT_FOR_BUYERS, () -> other.timeline(id));
        denied(Permission.ACT_FOR_BUYERS, () -> other.cancel(id, WHY, key("c")));
    }

    @Test
    void buyersFindAndCancelTheirOwnOrders() {
        OrderId id = bought();
        Orders mine = shop.as(Principal.customer(ADA)).orders();
        assertThat(mine.find(id)).contains(order(id));
        assertThat(mine.find(order(id).number())).contains(order(id));
        assertThat(mine.ofCustomer(ADA, PageRequest.first(2)).items()).containsExactly(order(id));
        assertThat(mine.timeline(id)).isEqualTo(inOrder(id));
        assertThat(mine.cancel(id, WHY, key())).isEqualTo(new CancelResult.Cancelled(id, pounds("0")));
        List<OrderEvent> timeline = inOrder(id);
        assertThat(timeline.get(timeline.size() - 1).header().actor()).isEqualTo("ada");
    }

    @Test
    void othersDoNot() {
        OrderId id = bought();
        Orders bob = shop.as(Principal.customer(CustomerId.of("bob"))).orders();
        seesNothing(bob, id, order(id).number());
        seesNothing(lacking(Permission.ACT_FOR_BUYERS).orders(), id, order(id).number());
        denied(Permission.ACT_FOR_BUYERS, () -> bob.ofCustomer(ADA, PageRequest.first(1)));
        stands(id, OrderStatus.CONFIRMED, "0", "0");
    }

    @Test
    void noCustomerIsAGuest() {
        CartId cart = ports.carts().open(Buyer.guest("ada"), GBP).id();
        ports.carts().setQuantity(cart, HOLDER, 1);
        OrderId id = confirmed(buy(cart, PaymentCase.APPROVED)).order();
        Orders ada = shop.as(Principal.customer(ADA)).orders();
        seesNothing(ada, id, order(id).number());
        assertThat(ada.ofCustomer(ADA, PageRequest.first(1)).items()).isEmpty();
    }

    @Test
    void buyersNeitherSendNorTakeBack() {
        OrderId id = shipped();
        OrderId other = bought();
        Orders mine = shop.as(Principal.customer(ADA)).orders();
        for (Orders lacking : List.of(mine, lacking(Permission.MANAGE_ORDERS).orders())) {
            denied(Permission.MANAGE_ORDERS, () -> lacking.ship(ShipRequest.all(key(), other)));
            denied(Permission.MANAGE_ORDERS, () -> lacking.takeBack(ReturnRequest.of(key(), id, holders(1))));
        }
        stands(id, OrderStatus.SHIPPED, "7.65", "0");
        stands(other, OrderStatus.CONFIRMED, "0", "0");
    }

    @Test
    void whoeverManagesOrdersSendsAndTakesBack() {
        OrderId id = bought();
        Orders clerk = shop.as(Principal.of("clerk", Permission.MANAGE_ORDERS)).orders();
        assertThat(clerk.ship(ShipRequest.all(key(), id))).isInstanceOf(ShipResult.Shipped.class);
        assertThat(clerk.takeBack(ReturnRequest.of(key(), id, holders(1)))).isInstanceOf(ReturnResult.Returned.class);
        List<OrderEvent> timeline = inOrder(id);
        assertThat(timeline.get(timeline.size() - 1).header().actor()).isEqualTo("clerk");
    }
}
