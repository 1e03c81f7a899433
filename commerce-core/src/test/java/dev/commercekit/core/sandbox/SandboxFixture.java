package dev.commercekit.core.sandbox;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.money.Money;
import dev.commercekit.payment.AuthorizeRequest;
import dev.commercekit.payment.DeclineReason;
import dev.commercekit.payment.FollowUpRequest;
import dev.commercekit.payment.GatewayReference;
import dev.commercekit.payment.PaymentLedger.Entry;
import dev.commercekit.payment.PaymentLedger.Kind;
import dev.commercekit.payment.PaymentNotification;
import dev.commercekit.payment.PaymentOutcome;
import dev.commercekit.payment.PaymentToken;
import java.util.ArrayList;
import java.util.List;

/** A sandbox on a clock that stands, with the words that its tests speak in. */
abstract class SandboxFixture {

    static final Money TEN = Money.of("10.00", "GBP");

    final SettableClock clock = new SettableClock();
    final SandboxGateway gateway = SandboxGateway.at(clock);
    final List<PaymentNotification> notifications = new ArrayList<>();
    private int keys;

    SandboxFixture() {
        gateway.onNotification(notifications::add);
    }

    IdempotencyKey newKey() {
        return IdempotencyKey.of("key-" + ++keys);
    }

    AuthorizeRequest request(PaymentToken token) {
        return new AuthorizeRequest(newKey(), "order-1", TEN, token, false);
    }

    FollowUpRequest followUp(GatewayReference authorization, String amount) {
        return new FollowUpRequest(newKey(), authorization, Money.of(amount, "GBP"));
    }

    GatewayReference authorized(PaymentToken token) {
        return ((PaymentOutcome.Approved) gateway.authorize(request(token))).reference();
    }

    GatewayReference captured(PaymentToken token) {
        return ((PaymentOutcome.Approved)
                        gateway.authorize(new AuthorizeRequest(newKey(), "order-1", TEN, token, true)))
                .reference();
    }

    List<Kind> movements() {
        return gateway.entries().stream().map(Entry::kind).toList();
    }

    static PaymentOutcome declined(DeclineReason reason, String code) {
        return new PaymentOutcome.Declined(reason, code);
    }
}
