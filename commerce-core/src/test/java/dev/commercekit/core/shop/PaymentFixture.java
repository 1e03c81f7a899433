package dev.commercekit.core.shop;

import static dev.commercekit.core.shop.TestShop.HOLDER;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.order.OrderId;
import dev.commercekit.order.OrderStatus;
import dev.commercekit.payment.PaymentLedger.Entry;
import dev.commercekit.payment.PaymentLedger.Kind;
import dev.commercekit.payment.PaymentToken;
import java.time.Duration;
import java.util.List;

/** One checkout and what the gateway did for it. */
abstract class PaymentFixture extends StockedShop {

    CheckoutRequest request(PaymentToken token) {
        return shop.request("k1", shop.cart(HOLDER, 6), token);
    }

    CheckoutResult complete(CheckoutRequest request) {
        return shop.commerce.checkout().complete(request);
    }

    OrderStatus status(OrderId order) {
        return shop.commerce.orders().find(order).orElseThrow().status();
    }

    void after(Duration time) {
        shop.clock.advance(time);
        while (shop.commerce.housekeep() > 0) {}
    }

    List<Kind> ledger() {
        return shop.gateway.entries().stream().map(Entry::kind).toList();
    }

    IdempotencyKey payKey(OrderId order) {
        return IdempotencyKey.of("checkout-" + order + "/pay/1");
    }
}
