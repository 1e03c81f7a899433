package dev.commercekit.core.shop;

import static dev.commercekit.core.shop.TestShop.HOLDER;
import static dev.commercekit.core.shop.TestShop.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.commercekit.checkout.CheckoutResult.Confirmed;
import dev.commercekit.core.sandbox.SandboxCards;
import dev.commercekit.money.Money;
import dev.commercekit.order.CancelResult;
import dev.commercekit.order.LineQuantity;
import dev.commercekit.order.Order;
import dev.commercekit.order.OrderBusyException;
import dev.commercekit.order.OrderId;
import dev.commercekit.order.OrderStatus;
import dev.commercekit.order.ReturnRequest;
import dev.commercekit.order.ShipRequest;
import dev.commercekit.order.ShipResult;
import dev.commercekit.payment.CaptureMode;
import dev.commercekit.payment.PaymentLedger.Entry;
import dev.commercekit.payment.PaymentLedger.Kind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderCasesTest extends StockedShop {

    private static final String LINE = HOLDER.value();

    private Order order(OrderId id) {
        return shop.commerce.orders().find(id).orElseThrow();
    }

    private OrderId confirmed() {
        return shop.order("k1", HOLDER, 3, SandboxCards.approved());
    }

    private OrderId shipped() {
        OrderId id = confirmed();
        shop.commerce.orders().ship(ShipRequest.all(key("s"), id));
        return id;
    }

    private List<String> ledger() {
        return shop.gateway.entries().stream()
                .map((Entry entry) -> entry.kind() + " " + entry.amount().amount())
                .toList();
    }

    private static Money pounds(String amount) {
        return Money.of(amount, "GBP");
    }

    @Test
    void takesTheMoneyWhenTheGoodsAreSent() {
        OrderId id = confirmed();

        ShipResult result = shop.commerce.orders().ship(ShipRequest.all(key("s1"), id));

        assertThat(result).isEqualTo(new ShipResult.Shipped(id, pounds("7.65")));
        assertThat(order(id).status()).isEqualTo(OrderStatus.SHIPPED);
        assertThat(order(id).payment().captured()).isEqualTo(pounds("7.65"));
        assertThat(shop.commerce.orders().ship(ShipRequest.all(key("s1"), id))).isEqualTo(result);
        assertThat(ledger()).containsExactly("AUTHORIZED 7.65", "CAPTURED 7.65");
    }

    @Test
    void takesTheMoneyInPartsThatSumToTheTotal() {
        shop.product(HOLDER, "Candle holder", "3.33");
        OrderId id = confirmed();

        shop.commerce.orders().ship(ShipRequest.of(key("s1"), id, LineQuantity.of(LINE, 1)));
        assertThat(order(id).status()).isEqualTo(OrderStatus.PARTIALLY_SHIPPED);
        shop.commerce.orders().ship(ShipRequest.all(key("s2"), id));

        assertThat(order(id).status()).isEqualTo(OrderStatus.SHIPPED);
        assertThat(ledger()).containsExactly("AUTHORIZED 9.99", "CAPTURED 3.33", "CAPTURED 6.66");
    }

    @Test
    void refusesToSendMoreThanWasBought() {
        OrderId id = confirmed();

        assertThat(shop.commerce.orders().ship(ShipRequest.of(key("s1"), id, LineQuantity.of(LINE, 4))))
                .isInstanceOf(ShipResult.NotShippable.class);
        assertThat(ledger()).containsExactly("AUTHORIZED 7.65");
    }

    @Test
    void takesTheMoneyOnceWhenItIsTakenAtTheCheckout() {
        var request = shop.request("k1", shop.cart(HOLDER, 3), SandboxCards.approved())
                .capture(CaptureMode.AT_CHECKOUT);
        OrderId id = ((Confirmed) shop.commerce.checkout().complete(request)).order();

        assertThat(shop.commerce.orders().ship(ShipRequest.all(key("s1"), id)))
                .isEqualTo(new ShipResult.Shipped(id, pounds("0.00")));
        assertThat(ledger()).containsExactly("AUTHORIZED 7.65", "CAPTURED 7.65");
    }

    @Test
    void putsGoodsBackIntoStockOnlyIfTheyCanBeSoldAgain() {
        OrderId id = shipped();

        ReturnRequest request =
                ReturnRequest.of(key("r1"), id, LineQuantity.of(LINE, 2)).restocked();
        shop.commerce.orders().takeBack(request);
        shop.commerce.orders().takeBack(request);

        assertThat(shop.available(HOLDER)).isEqualTo(9);
        assertThat(ledger()).containsExactly("AUTHORIZED 7.65", "CAPTURED 7.65", "REFUNDED 5.10");
    }

    @Test
    void cancelsAConfirmedOrderAndGivesEverythingBack() {
        OrderId id = confirmed();

        CancelResult result = shop.commerce.orders().cancel(id, "changed my mind", key("c1"));

        assertThat(result).isEqualTo(new CancelResult.Cancelled(id, pounds("0.00")));
        assertThat(order(id).status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(shop.available(HOLDER)).isEqualTo(10);
        assertThat(ledger()).containsExactly("AUTHORIZED 7.65", "RELEASED 7.65");
        assertThat(shop.commerce.orders().cancel(id, "changed my mind", key("c1")))
                .isEqualTo(result);
        assertThat(shop.commerce.orders().cancel(id, "changed my mind", key("c2")))
                .isEqualTo(result);
    }

    @Test
    void refundsWhatWasTakenWhenAnOrderIsCancelled() {
        var request = shop.request("k1", shop.cart(HOLDER, 3), SandboxCards.approved())
                .capture(CaptureMode.AT_CHECKOUT);
        OrderId id = ((Confirmed) shop.commerce.checkout().complete(request)).order();

        assertThat(shop.commerce.orders().cancel(id, "changed my mind", key("c1")))
                .isEqualTo(new CancelResult.Cancelled(id, pounds("7.65")));
        assertThat(ledger()).containsExactly("AUTHORIZED 7.65", "CAPTURED 7.65", "REFUNDED 7.65");
    }

    @Test
    void letsOneCommandAtATimeMoveTheMoneyOfAnOrder() {
        OrderId id = confirmed();
        shop.gateway.down();
        assertThat(shop.commerce.orders().ship(ShipRequest.all(key("s1"), id))).isInstanceOf(ShipResult.Pending.class);

        assertThatThrownBy(() -> shop.commerce.orders().cancel(id, "changed my mind", key("c1")))
                .isInstanceOf(OrderBusyException.class);
        shop.gateway.up();
        shop.clock.advance(Duration.ofMinutes(1));
        while (shop.commerce.housekeep() > 0) {}

        assertThat(shop.commerce.orders().ship(ShipRequest.all(key("s1"), id)))
                .isEqualTo(new ShipResult.Shipped(id, pounds("7.65")));
        assertThat(shop.gateway.entries()).extracting(Entry::kind).containsExactly(Kind.AUTHORIZED, Kind.CAPTURED);
    }
}
