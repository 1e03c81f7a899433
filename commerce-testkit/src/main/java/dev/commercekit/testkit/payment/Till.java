package dev.commercekit.testkit.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.money.Money;
import dev.commercekit.payment.AuthorizeRequest;
import dev.commercekit.payment.FollowUpRequest;
import dev.commercekit.payment.GatewayReference;
import dev.commercekit.payment.PaymentGateway;
import dev.commercekit.payment.PaymentLedger;
import dev.commercekit.payment.PaymentOutcome;
import dev.commercekit.payment.PaymentToken;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Speaks to a gateway as a careful host does: while the answer is unknown, the same request comes again. */
final class Till {

    private static final int PATIENCE = 100;

    private final PaymentGateway gateway;
    private final Currency currency;
    private final Runnable pause;

    Till(PaymentGateway gateway, Currency currency, Runnable pause) {
        this.gateway = gateway;
        this.currency = currency;
        this.pause = pause;
    }

    Money money(long minorUnits) {
        return Money.ofMinor(minorUnits, currency);
    }

    static IdempotencyKey newKey() {
        return IdempotencyKey.of(UUID.randomUUID());
    }

    AuthorizeRequest request(PaymentToken token, long minorUnits, boolean capture) {
        IdempotencyKey key = newKey();
        String reference = "order-" + key.value().substring(0, 8);
        return new AuthorizeRequest(key, reference, money(minorUnits), token, capture);
    }

    FollowUpRequest followUp(GatewayReference authorization, long minorUnits) {
        return new FollowUpRequest(newKey(), authorization, money(minorUnits));
    }

    PaymentOutcome authorize(AuthorizeRequest request) {
        return settled(() -> gateway.authorize(request));
    }

    PaymentOutcome capture(FollowUpRequest request) {
        return settled(() -> gateway.capture(request));
    }

    PaymentOutcome refund(FollowUpRequest request) {
        return settled(() -> gateway.refund(request));
    }

    PaymentOutcome cancel(FollowUpRequest request) {
        return settled(() -> gateway.cancel(request));
    }

    /** Returns the reference of a new authorization that was approved. */
    GatewayReference authorized(PaymentToken token, long minorUnits, boolean capture) {
        return approved(authorize(request(token, minorUnits, capture)), minorUnits);
    }

    GatewayReference approved(PaymentOutcome outcome, long minorUnits) {
        assertThat(outcome).isInstanceOf(PaymentOutcome.Approved.class);
        PaymentOutcome.Approved approved = (PaymentOutcome.Approved) outcome;
        assertThat(approved.amount()).isEqualTo(money(minorUnits));
        return approved.reference();
    }

    /** Asks again while the answer is unknown, be it told or thrown. */
    PaymentOutcome settled(Supplier<PaymentOutcome> call) {
        RuntimeException thrown = null;
        for (int i = 0; i < PATIENCE; i++) {
            try {
                PaymentOutcome outcome = call.get();
                if (!(outcome instanceof PaymentOutcome.Unknown)) {
                    return outcome;
                }
            } catch (RuntimeException e) {
                thrown = e;
            }
            pause.run();
        }
        throw new AssertionError("the answer stayed unknown", thrown);
    }

    /** Returns how much the ledger holds of one kind, for one authorization. */
    Money total(PaymentLedger ledger, PaymentLedger.Kind kind, GatewayReference authorization) {
        List<Money> amounts = ledger.entries().stream()
                .filter(entry -> entry.kind() == kind && entry.authorization().equals(authorization))
                .map(PaymentLedger.Entry::amount)
                .toList();
        return Money.sum(currency, amounts);
    }

    /** Returns the key of each entry of one kind that one of the given keys caused. */
    static List<IdempotencyKey> keys(PaymentLedger ledger, PaymentLedger.Kind kind, Collection<IdempotencyKey> keys) {
        Set<IdempotencyKey> wanted = Set.copyOf(keys);
        return ledger.entries().stream()
                .filter(entry -> entry.kind() == kind && wanted.contains(entry.key()))
                .map(PaymentLedger.Entry::key)
                .toList();
    }
}
