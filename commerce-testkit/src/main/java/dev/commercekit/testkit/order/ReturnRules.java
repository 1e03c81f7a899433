package dev.commercekit.testkit.order;

import static dev.commercekit.testkit.Refusals.invalid;
import static dev.commercekit.testkit.Refusals.reused;
import static dev.commercekit.testkit.Refusals.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.cart.Cart;
import dev.commercekit.cart.CartLine;
import dev.commercekit.cart.LineId;
import dev.commercekit.inventory.StockPolicy;
import dev.commercekit.money.Money;
import dev.commercekit.money.Rounding;
import dev.commercekit.order.LineQuantity;
import dev.commercekit.order.OrderId;
import dev.commercekit.order.OrderStatus;
import dev.commercekit.order.ReturnRequest;
import dev.commercekit.order.ReturnResult;
import dev.commercekit.order.ReturnResult.NotReturnable;
import dev.commercekit.order.ReturnResult.RefundDeclined;
import dev.commercekit.order.ReturnResult.Returned;
import dev.commercekit.testkit.shop.PaymentCase;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Goods come back and their money is given back in proportion, never more than was taken. */
abstract class ReturnRules extends ShippingRules {

    private void notReturnable(OrderId id, OrderStatus status, LineQuantity... lines) {
        ReturnResult result = takeBack(id, lines);
        assertThat(result).isInstanceOf(NotReturnable.class);
        assertThat(((NotReturnable) result).order()).isEqualTo(id);
        assertThat(((NotReturnable) result).status()).isEqualTo(status);
        assertThat(((NotReturnable) result).reason()).isNotBlank();
        assertThat(order(id).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.335", "0.334", "2.55", "0.005", "0.003"})
    void givesMoneyBackInProportionRoundedOverAllThatCameBack(String price) {
        price(HOLDER, price);
        OrderId id = shipped();
        Money total = order(id).total();
        for (int i = 1; i <= 3; i++) {
            takeBack(id, holders(1));
            assertThat(order(id).payment().refunded()).isEqualTo(total.share(i, 3, Rounding.HALF_UP));
            moved(id, 3, i);
        }
        stands(
                id,
                OrderStatus.SHIPPED,
                total.amount().toPlainString(),
                total.amount().toPlainString());
        notReturnable(id, OrderStatus.SHIPPED, holders(1));
    }

    @Test
    void putsGoodsBackIntoStockOnlyIfTheyCanBeSoldAgain() {
        OrderId id = shipped();
        ReturnRequest restocked = ReturnRequest.of(key(), id, holders(2)).restocked();
        ReturnResult result = ports.orders().takeBack(restocked);
        assertThat(result).isEqualTo(new Returned(id, pounds("5.10")));
        assertThat(ports.orders().takeBack(restocked)).isEqualTo(result);
        assertThat(second.orders().takeBack(restocked)).isEqualTo(result);
        isAt(HOLDER, 9, 0);
        assertThat(takeBack(id, holders(1))).isEqualTo(new Returned(id, pounds("2.55")));
        isAt(HOLDER, 9, 0);
        stands(id, OrderStatus.SHIPPED, "7.65", "7.65");
        moved(id, 3, 3);
    }

    @Test
    void takesSeveralLinesBackAtOnce() {
        receive(LANTERN, 2);
        OrderId id = bought(CartLine.of(HOLDER, 3), CartLine.of(LANTERN, 2));
        ship(id);
        ReturnRequest request =
                ReturnRequest.of(key(), id, units(LANTERN, 1), holders(2)).restocked();
        assertThat(refunded(ports.orders().takeBack(request))).isEqualTo(pounds("8.49"));
        isAt(HOLDER, 9, 0);
        isAt(LANTERN, 1, 0);
    }

    @Test
    void takesBackWhatIsNotCounted() {
        ports.inventory().setPolicy(LANTERN, StockPolicy.UNTRACKED);
        OrderId id = bought(CartLine.of(LANTERN, 2));
        ship(id);
        ReturnRequest request = ReturnRequest.of(key(), id, units(LANTERN, 2)).restocked();
        assertThat(refunded(ports.orders().takeBack(request))).isEqualTo(pounds("6.78"));
        assertThat(ports.inventory().level(LANTERN).available()).isZero();
        moved(id, 2, 2);
    }

    @Test
    void sendsAndTakesBackAsManyLinesAsACartTakes() {
        receive(HOLDER, Cart.MAX_LINES);
        OrderId id = bought(IntStream.range(0, Cart.MAX_LINES)
                .mapToObj(i -> CartLine.of(LineId.of("line " + i), HOLDER, 1))
                .toArray(CartLine[]::new));
        LineQuantity[] all = order(id).lines().stream()
                .map(line -> new LineQuantity(line.id(), 1))
                .toArray(LineQuantity[]::new);
        assertThat(captured(ship(id, all))).isEqualTo(order(id).total());
        ReturnRequest request = ReturnRequest.of(key(), id, all).restocked();
        assertThat(refunded(ports.orders().takeBack(request)))
                .isEqualTo(order(id).total());
        isAt(HOLDER, 10 + Cart.MAX_LINES, 0);
    }

    @Test
    void takesBackNeverMoreThanWasSent() {
        OrderId id = bought();
        notReturnable(id, OrderStatus.CONFIRMED, holders(1));
        ship(id, holders(2));
        notReturnable(id, OrderStatus.PARTIALLY_SHIPPED, holders(3));
        notReturnable(id, OrderStatus.PARTIALLY_SHIPPED, holders(Long.MAX_VALUE));
        takeBack(id, holders(1));
        notReturnable(id, OrderStatus.PARTIALLY_SHIPPED, holders(2));
        stands(id, OrderStatus.PARTIALLY_SHIPPED, "5.10", "2.55");
        moved(id, 2, 1);
    }

    @Test
    void givesNeverMoreBackThanWasTakenSoFar() {
        price(HOLDER, "0.335");
        OrderId id = bought();
        Money taken = captured(ship(id, holders(1)));
        assertThat(refunded(takeBack(id, holders(1)))).isEqualTo(taken);
        taken = captured(ship(id));
        assertThat(refunded(takeBack(id, holders(2)))).isEqualTo(taken);
        stands(id, OrderStatus.SHIPPED, "1.01", "1.01");
    }

    @Test
    void takesBackWhatCostNothing() {
        price(HOLDER, "0.00");
        OrderId id = shipped(PaymentCase.DECLINED);
        ReturnRequest request = ReturnRequest.of(key(), id, holders(3)).restocked();
        assertThat(refunded(ports.orders().takeBack(request))).isEqualTo(pounds("0"));
        isAt(HOLDER, 10, 0);
        moved(id, 3, 3);
    }

    @Test
    void changesNothingWhenTheRefundIsDeclined() {
        OrderId id = shipped(PaymentCase.REFUND_DECLINED);
        ReturnRequest request = ReturnRequest.of(key(), id, holders(2)).restocked();
        ReturnResult result = ports.orders().takeBack(request);
        assertThat(result).isInstanceOf(RefundDeclined.class);
        assertThat(ports.orders().takeBack(request)).isEqualTo(result);
        stands(id, OrderStatus.SHIPPED, "7.65", "0");
        moved(id, 3, 0);
        isAt(HOLDER, 7, 0);
    }

    @Test
    void givesBackOnceWhatTheGatewayGaveNoAnswerTo() {
        OrderId id = shipped(PaymentCase.REFUND_REPLY_LOST);
        ReturnRequest request = ReturnRequest.of(key(), id, holders(2)).restocked();
        assertThat(ports.orders().takeBack(request)).isEqualTo(new ReturnResult.Pending(id));
        moved(id, 3, 0);
        isAt(HOLDER, 7, 0);
        settle();
        assertThat(second.orders().takeBack(request)).isEqualTo(new Returned(id, pounds("5.10")));
        stands(id, OrderStatus.SHIPPED, "7.65", "5.10");
        moved(id, 3, 2);
        isAt(HOLDER, 9, 0);
    }

    @Test
    void refusesAReturnKeyThatComesWithAnotherRequest() {
        OrderId id = shipped();
        ReturnRequest request = ReturnRequest.of(key(), id, holders(1));
        ports.orders().takeBack(request);
        reused(() -> ports.orders().takeBack(ReturnRequest.of(request.key(), id, holders(2))));
        reused(() -> ports.orders().takeBack(request.restocked()));
        reused(() -> second.orders().takeBack(request.because("too bright")));
        stands(id, OrderStatus.SHIPPED, "7.65", "2.55");
        isAt(HOLDER, 7, 0);
    }

    @Test
    void refusesToTakeBackWhatIsNotThere() {
        OrderId id = shipped();
        unknown(
                "order",
                "nobody",
                () -> ports.orders().takeBack(ReturnRequest.of(key(), OrderId.of("nobody"), holders(1))));
        invalid("lines", () -> takeBack(id, LineQuantity.of("no such line", 1)));
        stands(id, OrderStatus.SHIPPED, "7.65", "0");
    }
}
