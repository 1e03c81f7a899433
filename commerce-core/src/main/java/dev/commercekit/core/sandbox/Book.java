package dev.commercekit.core.sandbox;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.money.Money;
import dev.commercekit.payment.AuthorizeRequest;
import dev.commercekit.payment.DeclineReason;
import dev.commercekit.payment.FollowUpRequest;
import dev.commercekit.payment.GatewayReference;
import dev.commercekit.payment.PaymentLedger.Entry;
import dev.commercekit.payment.PaymentLedger.Kind;
import dev.commercekit.payment.PaymentOutcome;
import dev.commercekit.payment.PaymentSummary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The money: charges, and every movement in order. It enforces the inequalities. Guarded by the gateway's lock. */
final class Book {

    private final String prefix;
    private final Map<GatewayReference, Charge> charges = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private long references;

    /** The prefix keeps a gateway that was started anew from answering to references of the one before. */
    Book(Instant started) {
        this.prefix = Long.toString(started.toEpochMilli(), Character.MAX_RADIX);
    }

    Charge open(AuthorizeRequest request, SandboxCard card) {
        Charge charge = new Charge(reference("auth"), request.reference(), request.amount(), card);
        charges.put(charge.reference, charge);
        return charge;
    }

    @Nullable
    Charge charge(GatewayReference reference) {
        return charges.get(reference);
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    PaymentOutcome authorize(Charge charge, AuthorizeRequest request, Instant at) {
        charge.summary = charge.summary.authorize(request.amount());
        enter(Kind.AUTHORIZED, request.key(), charge, request.amount(), at);
        if (request.capture()) {
            charge.summary = charge.summary.capture(request.amount());
            enter(Kind.CAPTURED, request.key(), charge, request.amount(), at);
        }
        return new PaymentOutcome.Approved(charge.reference, request.amount());
    }

    PaymentOutcome followUp(SandboxOperation operation, FollowUpRequest request, Instant at) {
        Charge charge = charges.get(request.authorization());
        if (charge == null) {
            return refused("no-such-authorization");
        }
        if (!charge.requested.currency().equals(request.amount().currency())) {
            return refused("other-currency");
        }
        return switch (operation) {
            case CAPTURE -> capture(charge, request, at);
            case REFUND -> refund(charge, request, at);
            default -> cancel(charge, request, at);
        };
    }

    private PaymentOutcome capture(Charge charge, FollowUpRequest request, Instant at) {
        if (request.amount().exceeds(charge.summary.capturable())) {
            return refused("amount-too-large");
        }
        charge.summary = charge.summary.capture(request.amount());
        enter(Kind.CAPTURED, request.key(), charge, request.amount(), at);
        return new PaymentOutcome.Approved(reference("capture"), request.amount());
    }

    private PaymentOutcome refund(Charge charge, FollowUpRequest request, Instant at) {
        if (request.amount().exceeds(charge.summary.refundable())) {
            return refused("amount-too-large");
        }
        charge.summary = charge.summary.refund(request.amount());
        enter(Kind.REFUNDED, request.key(), charge, request.amount(), at);
        return new PaymentOutcome.Approved(reference("refund"), request.amount());
    }

    private PaymentOutcome cancel(Charge charge, FollowUpRequest request, Instant at) {
        if (!request.amount().equals(charge.requested)) {
            return refused("amount-mismatch");
        }
        Money rest = charge.summary.capturable();
        boolean open = charge.open != null && !charge.cancelledWhileOpen;
        if (rest.isZero() && !open) {
            return refused("nothing-to-release");
        }
        if (open) {
            charge.cancelledWhileOpen = true;
        } else {
            charge.summary = charge.summary.release(rest);
            enter(Kind.RELEASED, request.key(), charge, rest, at);
        }
        return new PaymentOutcome.Approved(reference("cancel"), rest);
    }

    private void enter(Kind kind, IdempotencyKey key, Charge charge, Money amount, Instant at) {
        entries.add(new Entry(kind, key, charge.name, charge.reference, amount, at));
    }

    private GatewayReference reference(String kind) {
        return new GatewayReference(kind + "-" + prefix + "-" + ++references);
    }

    static PaymentOutcome.Declined refused(String code) {
        return new PaymentOutcome.Declined(DeclineReason.NOT_ALLOWED, code);
    }

    /** One authorization and where its money stands. Open while its request is in flight or waits for the buyer. */
    static final class Charge {

        final GatewayReference reference;
        final String name;
        final Money requested;
        final SandboxCard card;
        PaymentSummary summary;
        boolean cancelledWhileOpen;

        @Nullable
        Attempt open;

        Charge(GatewayReference reference, String name, Money requested, SandboxCard card) {
            this.reference = reference;
            this.name = name;
            this.requested = requested;
            this.card = card;
            this.summary = PaymentSummary.none(Money.zero(requested.currency()));
        }
    }
}
