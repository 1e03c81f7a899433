package dev.commercekit.testkit.order;

import static dev.commercekit.testkit.Refusals.invalid;
import static dev.commercekit.testkit.Refusals.reused;
import static dev.commercekit.testkit.Refusals.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.cart.CartLine;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.money.Money;
import dev.commercekit.order.LineQuantity;
import dev.commercekit.order.OrderId;
import dev.commercekit.order.OrderStatus;
import dev.commercekit.order.ShipRequest;
import dev.commercekit.order.ShipResult;
import dev.commercekit.order.ShipResult.CaptureDeclined;
import dev.commercekit.order.ShipResult.NotShippable;
import dev.commercekit.order.ShipResult.Shipped;
import dev.commercekit.testkit.shop.PaymentCase;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Goods leave for money that was taken, in parts that sum to the total. */
abstract class ShippingRules extends FindingRules {

    private void notShippable(OrderId id, OrderStatus status, LineQuantity... lines) {
        ShipResult result = ship(id, lines);
        assertThat(result).isInstanceOf(NotShippable.class);
        assertThat(((NotShippable) result).order()).isEqualTo(id);
        assertThat(((NotShippable) result).status()).isEqualTo(status);
        assertThat(((NotShippable) result).reason()).isNotBlank();
        assertThat(order(id).status()).isEqualTo(status);
    }

    @Test
    void takesTheMoneyWhenTheGoodsAreSent() {
        OrderId id = bought();
        long version = order(id).version();
        ShipRequest request = ShipRequest.all(key(), id);
        ShipResult result = ports.orders().ship(request);
        assertThat(order(id).version()).isGreaterThan(version);
        assertThat(result).isEqualTo(new Shipped(id, pounds("7.65")));
        assertThat(ports.orders().ship(request)).isEqualTo(result);
        assertThat(second.orders().ship(request)).isEqualTo(result);
        stands(id, OrderStatus.SHIPPED, "7.65", "0");
        moved(id, 3, 0);
        isAt(HOLDER, 7, 0);
    }

    @Test
    void takesTheMoneyInPartsThatSumToTheTotal() {
        price(HOLDER, "0.335");
        OrderId id = bought();
        Money first = captured(ship(id, holders(1)));
        stands(id, OrderStatus.PARTIALLY_SHIPPED, first.amount().toPlainString(), "0");
        moved(id, 1, 0);
        Money second = captured(ship(id, holders(1)));
        Money last = captured(ship(id));
        assertThat(first.plus(second).plus(last)).isEqualTo(pounds("1.01"));
        assertThat(List.of(first, second, last)).allMatch(Money::isPositive);
        stands(id, OrderStatus.SHIPPED, "1.01", "0");
        moved(id, 3, 0);
    }

    @Test
    void sendsLinesOneByOne() {
        receive(LANTERN, 5);
        OrderId id = bought(CartLine.of(HOLDER, 3), CartLine.of(LANTERN, 2));
        assertThat(captured(ship(id, units(LANTERN, 2)))).isEqualTo(pounds("6.78"));
        assertThat(captured(ship(id, holders(2)))).isEqualTo(pounds("5.10"));
        assertThat(captured(ship(id))).isEqualTo(pounds("2.55"));
        stands(id, OrderStatus.SHIPPED, "14.43", "0");
    }

    @Test
    void takesNothingAgainThatWasTakenAtTheCheckout() {
        OrderId id = paid();
        assertThat(captured(ship(id, holders(2)))).isEqualTo(pounds("0"));
        assertThat(captured(ship(id))).isEqualTo(pounds("0"));
        stands(id, OrderStatus.SHIPPED, "7.65", "0");
    }

    @Test
    void sendsGoodsThatCostNothing() {
        price(HOLDER, "0.00");
        OrderId id = bought(PaymentCase.DECLINED);
        assertThat(captured(ship(id))).isEqualTo(pounds("0"));
        stands(id, OrderStatus.SHIPPED, "0", "0");
    }

    @Test
    void sendsNothingForMoneyThatCannotBeTaken() {
        OrderId id = bought(PaymentCase.CAPTURE_DECLINED);
        ShipRequest request = ShipRequest.all(key(), id);
        ShipResult result = ports.orders().ship(request);
        assertThat(result).isInstanceOf(CaptureDeclined.class);
        assertThat(ports.orders().ship(request)).isEqualTo(result);
        stands(id, OrderStatus.CONFIRMED, "0", "0");
        moved(id, 0, 0);
    }

    @Test
    void sendsNeverMoreThanWasBought() {
        OrderId id = bought();
        notShippable(id, OrderStatus.CONFIRMED, holders(4));
        notShippable(id, OrderStatus.CONFIRMED, holders(Long.MAX_VALUE));
        ship(id, holders(2));
        notShippable(id, OrderStatus.PARTIALLY_SHIPPED, holders(2));
        ship(id);
        notShippable(id, OrderStatus.SHIPPED, holders(1));
        notShippable(id, OrderStatus.SHIPPED);
        stands(id, OrderStatus.SHIPPED, "7.65", "0");
        moved(id, 3, 0);
    }

    @Test
    void sendsNothingOfAnOrderThatIsNotConfirmed() {
        OrderId declined = ((CheckoutResult.Declined) buy(cart(HOLDER, 3), PaymentCase.DECLINED)).order();
        notShippable(declined, OrderStatus.CANCELLED);
        OrderId waiting =
                pending(buy(cart(HOLDER, 3), PaymentCase.ACTION_REQUIRED)).order();
        notShippable(waiting, OrderStatus.PLACED);
        isAt(HOLDER, 7, 3);
    }

    @Test
    void aRefusalIsTheAnswerForItsKey() {
        OrderId id = bought();
        ShipRequest tooMany = ShipRequest.of(key(), id, holders(4));
        ShipResult result = ports.orders().ship(tooMany);
        ship(id);
        assertThat(ports.orders().ship(tooMany)).isEqualTo(result);
        stands(id, OrderStatus.SHIPPED, "7.65", "0");
    }

    @Test
    void sendsOnceWhatTheGatewayGaveNoAnswerTo() {
        OrderId id = bought(PaymentCase.CAPTURE_REPLY_LOST);
        ShipRequest request = ShipRequest.all(key(), id);
        assertThat(ports.orders().ship(request)).isEqualTo(new ShipResult.Pending(id));
        moved(id, 0, 0);
        settle();
        assertThat(second.orders().ship(request)).isEqualTo(new Shipped(id, pounds("7.65")));
        stands(id, OrderStatus.SHIPPED, "7.65", "0");
        moved(id, 3, 0);
    }

    @Test
    void refusesAShipmentKeyThatComesWithAnotherRequest() {
        OrderId id = bought();
        ShipRequest request = ShipRequest.of(key(), id, holders(1));
        ports.orders().ship(request);
        OrderId other = bought();
        reused(() -> ports.orders().ship(ShipRequest.of(request.key(), id, holders(2))));
        reused(() -> ports.orders().ship(ShipRequest.all(request.key(), id)));
        reused(() -> ports.orders().ship(ShipRequest.all(request.key(), other)));
        reused(() ->
                second.orders().ship(new ShipRequest(request.key(), id, request.lines(), Optional.of("parcel 1"))));
        moved(id, 1, 0);
        moved(other, 0, 0);
    }

    @Test
    void refusesToSendWhatIsNotThere() {
        OrderId id = bought();
        unknown("order", "nobody", () -> ports.orders().ship(ShipRequest.all(key(), OrderId.of("nobody"))));
        invalid("lines", () -> ship(id, LineQuantity.of("no such line", 1)));
        invalid("lines", () -> ship(id, holders(1), LineQuantity.of("no such line", 1)));
        stands(id, OrderStatus.CONFIRMED, "0", "0");
        moved(id, 0, 0);
    }
}
