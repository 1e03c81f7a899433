package dev.commercekit.core.shop;

import static dev.commercekit.core.shop.TestShop.HOLDER;
import static dev.commercekit.core.shop.TestShop.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.commercekit.KeyReusedException;
import dev.commercekit.NotFoundException;
import dev.commercekit.PageRequest;
import dev.commercekit.account.CustomerId;
import dev.commercekit.account.PermissionDeniedException;
import dev.commercekit.account.Principal;
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
import dev.commercekit.order.ReturnResult;
import dev.commercekit.order.ShipRequest;
import dev.commercekit.order.ShipResult;
import dev.commercekit.payment.CaptureMode;
import dev.commercekit.payment.DeclineReason;
import dev.commercekit.payment.PaymentLedger.Entry;
import dev.commercekit.payment.PaymentLedger.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderCasesTest {

    private static final String LINE = HOLDER.value();

    private final TestShop shop = new TestShop();

    @BeforeEach
    void stock() {
        shop.receive(HOLDER, 10);
    }

    @AfterEach
    void everythingHoldsAtTheEnd() {
        assertThat(shop.oracle().check()).isEmpty();
        shop.close();
    }

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
    void sendsNothingForMoneyThatCouldNotBeTaken() {
        OrderId id = shop.order("k1", HOLDER, 3, SandboxCards.declinesCaptures(DeclineReason.DO_NOT_HONOR));

        assertThat(shop.commerce.orders().ship(ShipRequest.all(key("s1"), id)))
                .isEqualTo(new ShipResult.CaptureDeclined(id, DeclineReason.DO_NOT_HONOR));
        assertThat(order(id).status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(order(id).lines().get(0).shipped()).isZero();
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
    void givesMoneyBackInProportionAndNeverMoreThanTheLineCost() {
        shop.product(HOLDER, "Candle holder", "0.35");
        OrderId id = shipped();

        List<Money> refunds = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ReturnResult result =
                    shop.commerce.orders().takeBack(ReturnRequest.of(key("r" + i), id, LineQuantity.of(LINE, 1)));
            refunds.add(((ReturnResult.Returned) result).refunded());
        }

        assertThat(Money.sum(TestShop.GBP, refunds)).isEqualTo(pounds("1.05"));
        assertThat(order(id).payment().refunded()).isEqualTo(pounds("1.05"));
        assertThat(shop.commerce.orders().takeBack(ReturnRequest.of(key("r9"), id, LineQuantity.of(LINE, 1))))
                .isInstanceOf(ReturnResult.NotReturnable.class);
        assertThat(shop.available(HOLDER)).isEqualTo(7);
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
    void changesNothingWhenTheRefundIsDeclined() {
        OrderId id = shop.order("k1", HOLDER, 3, SandboxCards.declinesRefunds(DeclineReason.DO_NOT_HONOR));
        shop.commerce.orders().ship(ShipRequest.all(key("s"), id));

        assertThat(shop.commerce
                        .orders()
                        .takeBack(ReturnRequest.of(key("r1"), id, LineQuantity.of(LINE, 2))
                                .restocked()))
                .isEqualTo(new ReturnResult.RefundDeclined(id, DeclineReason.DO_NOT_HONOR));
        assertThat(order(id).lines().get(0).returned()).isZero();
        assertThat(shop.available(HOLDER)).isEqualTo(7);
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
    void doesNotCancelWhatWasSent() {
        OrderId id = shipped();

        CancelResult result = shop.commerce.orders().cancel(id, "too late", key("c1"));

        assertThat(result).isEqualTo(new CancelResult.NotCancellable(id, OrderStatus.SHIPPED));
        assertThat(shop.commerce.orders().cancel(id, "too late", key("c1"))).isEqualTo(result);
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

    @Test
    void refusesAKeyThatComesWithAnotherRequest() {
        OrderId id = confirmed();
        shop.commerce.orders().ship(ShipRequest.of(key("s1"), id, LineQuantity.of(LINE, 1)));

        assertThatThrownBy(() -> shop.commerce.orders().ship(ShipRequest.of(key("s1"), id, LineQuantity.of(LINE, 2))))
                .isInstanceOf(KeyReusedException.class);
    }

    @Test
    void namesAnOrderThatIsNotThere() {
        assertThatThrownBy(() -> shop.commerce.orders().ship(ShipRequest.all(key("s1"), OrderId.of("nobody"))))
                .isInstanceOf(NotFoundException.class);
        assertThat(shop.commerce.orders().find(OrderId.of("nobody"))).isEmpty();
    }

    @Test
    void listsTheOrdersOfACustomerTheNewestFirst() {
        List<OrderId> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            shop.clock.advance(Duration.ofSeconds(1));
            ids.add(0, shop.order("k" + i, HOLDER, 1, SandboxCards.approved()));
        }
        CustomerId customer = CustomerId.of("17850");

        var first = shop.commerce.orders().ofCustomer(customer, PageRequest.first(2));
        var second = shop.commerce
                .orders()
                .ofCustomer(customer, PageRequest.first(2).after(first.next().orElseThrow()));
        var third = shop.commerce
                .orders()
                .ofCustomer(customer, PageRequest.first(2).after(second.next().orElseThrow()));

        List<OrderId> found = new ArrayList<>();
        List.of(first, second, third).forEach(page -> page.items().forEach(order -> found.add(order.id())));
        assertThat(found).isEqualTo(ids);
        assertThat(third.next()).isEmpty();
    }

    @Test
    void showsAnOrderToItsBuyerAndNotToOthers() {
        OrderId id = confirmed();

        assertThat(shop.commerce
                        .as(Principal.customer(CustomerId.of("17850")))
                        .orders()
                        .find(id))
                .isPresent();
        assertThatThrownBy(() -> shop.commerce
                        .as(Principal.customer(CustomerId.of("13047")))
                        .orders()
                        .find(id))
                .isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> shop.commerce
                        .as(Principal.customer(CustomerId.of("17850")))
                        .orders()
                        .ship(ShipRequest.all(key("s1"), id)))
                .isInstanceOf(PermissionDeniedException.class);
    }
}
