package dev.commercekit.testkit.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.cart.CartLine;
import dev.commercekit.cart.LineId;
import dev.commercekit.catalog.Sku;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.money.Money;
import dev.commercekit.order.LineQuantity;
import dev.commercekit.order.Order;
import dev.commercekit.order.OrderEvent;
import dev.commercekit.order.OrderId;
import dev.commercekit.order.OrderLine;
import dev.commercekit.order.OrderStatus;
import dev.commercekit.order.ReturnRequest;
import dev.commercekit.order.ReturnResult;
import dev.commercekit.order.ShipRequest;
import dev.commercekit.order.ShipResult;
import dev.commercekit.payment.CaptureMode;
import dev.commercekit.testkit.shop.PaymentCase;
import dev.commercekit.testkit.shop.ShopFixture;
import java.util.List;

/** Orders to begin with, and short forms of what the tests do with them. */
abstract class OrdersFixture extends ShopFixture {

    /** Only for subclasses in this package. */
    OrdersFixture() {}

    /** Returns a confirmed order of three candle holders for 7.65. */
    OrderId bought(PaymentCase payment) {
        return confirmed(buy(cart(HOLDER, 3), payment)).order();
    }

    OrderId bought() {
        return bought(PaymentCase.APPROVED);
    }

    /** Returns such an order whose money was taken at once. */
    OrderId paid() {
        CheckoutRequest request = request(key(), cart(HOLDER, 3), PaymentCase.APPROVED);
        return confirmed(ports.checkout().complete(request.capture(CaptureMode.AT_CHECKOUT)))
                .order();
    }

    /** Returns such an order of which all was sent. */
    OrderId shipped(PaymentCase payment) {
        OrderId id = bought(payment);
        assertThat(ship(id)).isInstanceOf(ShipResult.Shipped.class);
        return id;
    }

    OrderId shipped() {
        return shipped(PaymentCase.APPROVED);
    }

    static LineQuantity units(Sku sku, long quantity) {
        return new LineQuantity(LineId.of(sku.value()), quantity);
    }

    static LineQuantity holders(long quantity) {
        return units(HOLDER, quantity);
    }

    ShipResult ship(OrderId id, LineQuantity... lines) {
        return ports.orders().ship(lines.length == 0 ? ShipRequest.all(key(), id) : ShipRequest.of(key(), id, lines));
    }

    ReturnResult takeBack(OrderId id, LineQuantity... lines) {
        return ports.orders().takeBack(ReturnRequest.of(key(), id, lines));
    }

    static Money captured(ShipResult result) {
        assertThat(result).isInstanceOf(ShipResult.Shipped.class);
        return ((ShipResult.Shipped) result).captured();
    }

    static Money refunded(ReturnResult result) {
        assertThat(result).isInstanceOf(ReturnResult.Returned.class);
        return ((ReturnResult.Returned) result).refunded();
    }

    /** Demands where an order stands, and how much of its money was taken and given back. */
    void stands(OrderId id, OrderStatus status, String captured, String refunded) {
        Order order = order(id);
        assertThat(order.status()).isEqualTo(status);
        assertThat(order.payment().captured()).isEqualTo(pounds(captured));
        assertThat(order.payment().refunded()).isEqualTo(pounds(refunded));
        inOrder(id);
    }

    /** Demands that nothing is kept or held for an order that was cancelled. */
    void isCancelled(OrderId id) {
        Order order = order(id);
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(order.payment().refundable().isZero()).isTrue();
        assertThat(order.payment().capturable().isZero()).isTrue();
        inOrder(id);
    }

    /** Demands how many units of the first line were sent and came back. */
    void moved(OrderId id, long shipped, long returned) {
        OrderLine line = order(id).lines().get(0);
        assertThat(line.shipped()).isEqualTo(shipped);
        assertThat(line.returned()).isEqualTo(returned);
    }

    /** Demands that the timeline of an order has no gap. */
    List<OrderEvent> inOrder(OrderId id) {
        Order order = order(id);
        List<OrderEvent> timeline = ports.orders().timeline(id);
        assertThat(second.orders().timeline(id)).isEqualTo(timeline);
        for (int i = 0; i < timeline.size(); i++) {
            OrderEvent event = timeline.get(i);
            assertThat(event.header().sequence()).isEqualTo(i + 1);
            assertThat(event.id()).isEqualTo(id + "/" + (i + 1));
            assertThat(event.order()).isEqualTo(id);
            assertThat(event.header().number()).isEqualTo(order.number());
        }
        return timeline;
    }

    /** Returns an order of several products. */
    OrderId bought(CartLine... lines) {
        return confirmed(buy(cart(lines), PaymentCase.APPROVED)).order();
    }
}
