package dev.commercekit.core.shop;

import static dev.commercekit.core.shop.TestShop.HOLDER;
import static dev.commercekit.core.shop.TestShop.key;
import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.PageRequest;
import dev.commercekit.account.Permission;
import dev.commercekit.account.Principal;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.core.Commerce;
import dev.commercekit.core.Shared;
import dev.commercekit.operator.AuditEntry;
import dev.commercekit.operator.Operator;
import dev.commercekit.operator.StuckWorkflow;
import dev.commercekit.order.OrderId;
import dev.commercekit.order.OrderStatus;
import dev.commercekit.payment.PaymentLedger.Entry;
import dev.commercekit.payment.PaymentLedger.Kind;
import dev.commercekit.payment.PaymentOutcome;
import dev.commercekit.payment.PaymentOutcome.Approved;
import dev.commercekit.payment.PaymentToken;
import java.time.Duration;
import java.util.List;

/** A shop whose gateway keeps silent, so that checkouts come to wait for an operator. */
final class SilentShop implements AutoCloseable {

    final TestShop shop = new TestShop();
    final BlindGateway gateway = new BlindGateway(shop.gateway);
    final Commerce commerce = instance();
    final Operator operator = operator(commerce, "olga");

    SilentShop() {
        shop.receive(HOLDER, 10);
    }

    Commerce instance() {
        return Commerce.builder()
                .storage(Shared.of(shop.storage))
                .payments(Shared.of(gateway))
                .time(shop.clock)
                .holdFor(Duration.ofDays(3))
                .manual()
                .build();
    }

    static Operator operator(Commerce instance, String name) {
        return instance.as(Principal.of(name, Permission.OPERATE)).operator();
    }

    CheckoutRequest request(PaymentToken token) {
        return shop.request("k1", shop.cart(HOLDER, 6), token);
    }

    /** Places an order about whose payment the gateway keeps silent. */
    OrderId pending(CheckoutRequest request) {
        return ((CheckoutResult.Pending) commerce.checkout().complete(request)).order();
    }

    /** Places an order about whose payment the gateway keeps silent until it may not be asked any more. */
    Parked parked(PaymentToken token) {
        CheckoutRequest request = request(token);
        OrderId order = pending(request);
        after(Duration.ofHours(25));
        assertThat(operator.parkedWorkflows(10)).hasSize(1);
        return new Parked(request, order);
    }

    StuckWorkflow only() {
        List<StuckWorkflow> parked = operator.parkedWorkflows(10);
        assertThat(parked).hasSize(1);
        return parked.get(0);
    }

    List<AuditEntry> audit() {
        return operator.audit(PageRequest.first(100)).items();
    }

    /** What the gateway's dashboard shows, long after the gateway has forgotten the key. */
    PaymentOutcome truth(OrderId order) {
        String number = commerce.orders().find(order).orElseThrow().number().value();
        return shop.gateway.entries().stream()
                .filter(entry -> entry.reference().equals(number))
                .findFirst()
                .<PaymentOutcome>map(entry -> new Approved(entry.authorization(), entry.amount()))
                .orElseThrow();
    }

    static IdempotencyKey pay(OrderId order) {
        return key("checkout-" + order + "/pay/1");
    }

    OrderStatus status(OrderId order) {
        return commerce.orders().find(order).orElseThrow().status();
    }

    List<Kind> ledger() {
        return shop.gateway.entries().stream().map(Entry::kind).toList();
    }

    void after(Duration time) {
        shop.clock.advance(time);
        while (commerce.housekeep() > 0) {}
    }

    /** Lets the gateway speak again, and demands that everything comes to a good end. */
    void demandThatAllIsSettled() {
        gateway.speak();
        after(Duration.ofMinutes(5));
        assertThat(shop.oracle().settled()).isEmpty();
    }

    @Override
    public void close() {
        commerce.close();
        shop.close();
    }

    record Parked(CheckoutRequest request, OrderId order) {}
}
