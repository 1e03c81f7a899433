package dev.commercekit.testkit.checkout;

import static dev.commercekit.testkit.Refusals.reused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.cart.Cart;
import dev.commercekit.cart.CartId;
import dev.commercekit.cart.CartLine;
import dev.commercekit.cart.LineId;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.checkout.CheckoutResult.Declined;
import dev.commercekit.checkout.CheckoutResult.OutOfStock;
import dev.commercekit.inventory.Shortage;
import dev.commercekit.order.Order;
import dev.commercekit.order.OrderStatus;
import dev.commercekit.payment.CaptureMode;
import dev.commercekit.testkit.shop.PaymentCase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is not bought, and that nothing is held for it. */
abstract class RefusalRules extends BuyingRules {

    @Test
    void holdsNothingForAPaymentThatIsDeclined() {
        CheckoutRequest request = request(key(), cart(HOLDER, 6), PaymentCase.DECLINED);
        CheckoutResult result = ports.checkout().complete(request);
        assertThat(result).isInstanceOf(Declined.class);
        Order order = order(((Declined) result).order());
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(order.cancelReason()).isPresent();
        assertThat(order.payment().authorized().isZero()).isTrue();
        isAt(HOLDER, 10, 0);
        assertThat(ports.checkout().complete(request)).isEqualTo(result);
        assertThat(second.checkout().complete(request)).isEqualTo(result);
        assertThat(second.checkout().find(BUYER, request.key())).contains(result);
        assertThat(orders()).hasSize(1);
    }

    @Test
    void leavesTheCartForAnotherKeyAfterADecline() {
        CartId cart = cart(HOLDER, 6);
        CheckoutRequest declined = request(key(), cart, PaymentCase.DECLINED);
        Cart before = ports.carts().find(cart).orElseThrow();
        CheckoutResult result = ports.checkout().complete(declined);
        assertThat(ports.carts().find(cart)).contains(before);
        confirmed(buy(cart, PaymentCase.APPROVED));
        assertThat(ports.checkout().complete(declined)).isEqualTo(result);
        isAt(HOLDER, 4, 0);
    }

    @Test
    void saysOutOfStockForTheSameKeyAlsoAfterARestock() {
        CartId cart = cart(HOLDER, 11);
        CheckoutRequest request = request(key(), cart, PaymentCase.APPROVED);
        CheckoutResult result = ports.checkout().complete(request);
        assertThat(result).isEqualTo(new OutOfStock(List.of(new Shortage(HOLDER, 11, 10))));
        assertThat(orders()).isEmpty();
        receive(HOLDER, 100);
        assertThat(ports.checkout().complete(request)).isEqualTo(result);
        assertThat(second.checkout().complete(request)).isEqualTo(result);
        assertThat(ports.checkout().find(BUYER, request.key())).contains(result);
        isAt(HOLDER, 110, 0);
        confirmed(buy(cart, PaymentCase.APPROVED));
        isAt(HOLDER, 99, 0);
    }

    @Test
    void aKeyThatWasRefusedIsStillOfItsRequest() {
        CheckoutRequest declined = request(key(), cart(HOLDER, 1), PaymentCase.DECLINED);
        CheckoutRequest tooMany = request(key(), cart(HOLDER, 11), PaymentCase.APPROVED);
        for (CheckoutRequest refused : List.of(declined, tooMany)) {
            ports.checkout().complete(refused);
            reused(() -> ports.checkout().complete(refused.capture(CaptureMode.AT_CHECKOUT)));
            CheckoutRequest other = request(refused.key(), cart(HOLDER, 1), PaymentCase.APPROVED);
            reused(() -> second.checkout().complete(other));
        }
        isAt(HOLDER, 10, 0);
    }

    @Test
    void holdsAllLinesOrNone() {
        CartId cart = cart(CartLine.of(HOLDER, 2), CartLine.of(LANTERN, 1));
        assertThat(buy(cart, PaymentCase.APPROVED)).isEqualTo(new OutOfStock(List.of(new Shortage(LANTERN, 1, 0))));
        isAt(HOLDER, 10, 0);
        assertThat(orders()).isEmpty();
    }

    @Test
    void namesEverySkuThatIsShort() {
        CheckoutResult result = buy(cart(CartLine.of(HOLDER, 11), CartLine.of(LANTERN, 1)), PaymentCase.APPROVED);
        assertThat(result).isInstanceOf(OutOfStock.class);
        assertThat(((OutOfStock) result).shortages())
                .containsExactlyInAnyOrder(new Shortage(HOLDER, 11, 10), new Shortage(LANTERN, 1, 0));
    }

    @Test
    void sumsTheLinesOfTheSameGoods() {
        CartLine one = CartLine.of(LineId.of("one"), HOLDER, 6);
        CartLine two = CartLine.of(LineId.of("two"), HOLDER, 5);
        assertThat(buy(cart(one, two), PaymentCase.APPROVED))
                .isEqualTo(new OutOfStock(List.of(new Shortage(HOLDER, 11, 10))));
        isAt(HOLDER, 10, 0);
        receive(HOLDER, 1);
        confirmed(buy(cart(one, two), PaymentCase.APPROVED));
        isAt(HOLDER, 0, 0);
    }
}
