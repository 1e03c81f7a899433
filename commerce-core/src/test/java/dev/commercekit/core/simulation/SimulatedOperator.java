package dev.commercekit.core.simulation;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.core.Commerce;
import dev.commercekit.core.simulation.chance.Fault;
import dev.commercekit.money.Money;
import dev.commercekit.order.OrderId;
import dev.commercekit.payment.DeclineReason;
import dev.commercekit.payment.FollowUpRequest;
import dev.commercekit.payment.PaymentLedger.Entry;
import dev.commercekit.payment.PaymentLedger.Kind;
import dev.commercekit.payment.PaymentNotification;
import dev.commercekit.payment.PaymentOutcome;
import dev.commercekit.storage.table.Row;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks after what waits for somebody: reads in the gateway's own account what became of a request that nobody can ask for any
 * more, gives money back by hand that a request which never came should have given back, and tells the shop.
 */
final class SimulatedOperator {

    private static final Pattern ORDER = Pattern.compile("\"order\":\"([^\"]+)\"");
    private static final Set<String> MAY_BE_DECLINED = Set.of("pay", "ship", "return");

    private static final String BY_HAND = "by-hand-";

    private final SimulatedWorld world;
    private int handiwork;

    SimulatedOperator(SimulatedWorld world) {
        this.world = world;
    }

    /** Settles a parked workflow at the given shop; no message of it is under way any more. */
    void settle(Row workflow, Commerce shop) {
        world.luck.happened(Fault.PARKED_FOR_OPERATOR);
        IdempotencyKey key = key(workflow);
        PaymentOutcome truth = world.sandbox.entries().stream()
                .filter(entry -> entry.key().equals(key))
                .findFirst()
                .<PaymentOutcome>map(entry -> new PaymentOutcome.Approved(entry.authorization(), entry.amount()))
                .orElseGet(() -> neverCarriedOut(workflow));
        world.trace.add("an operator settles " + key + " after: " + text(workflow, "last_error"));
        shop.checkout().settle(new PaymentNotification(key, truth));
    }

    /** Returns whether the request of this key was made by hand, which concerns no shop. */
    static boolean made(IdempotencyKey key) {
        return key.value().startsWith(BY_HAND);
    }

    private PaymentOutcome neverCarriedOut(Row workflow) {
        if (MAY_BE_DECLINED.contains(text(workflow, "step")) || MAY_BE_DECLINED.contains(text(workflow, "name"))) {
            return new PaymentOutcome.Declined(DeclineReason.NOT_ALLOWED, "never-carried-out");
        }
        return giveBack(order(workflow));
    }

    /** Gives back whatever the gateway holds or has taken, until nothing is left of it. */
    private PaymentOutcome giveBack(OrderId order) {
        String reference =
                world.auditor.orders().find(order).orElseThrow().number().value();
        Entry authorized = entries(reference, Kind.AUTHORIZED).get(0);
        for (int i = 0; i < 10 && left(reference, authorized.amount()).isPositive(); i++) {
            FollowUpRequest request = new FollowUpRequest(
                    IdempotencyKey.of(BY_HAND + ++handiwork),
                    authorized.authorization(),
                    left(reference, authorized.amount()));
            try {
                if (entries(reference, Kind.CAPTURED).isEmpty()) {
                    world.sandbox.cancel(request);
                } else {
                    world.sandbox.refund(request);
                }
            } catch (UncheckedIOException replyLost) {
                world.trace.add("the operator looks again");
            }
        }
        return new PaymentOutcome.Approved(authorized.authorization(), authorized.amount());
    }

    private Money left(String reference, Money authorized) {
        Money left = authorized;
        for (Kind kind : List.of(Kind.RELEASED, Kind.REFUNDED)) {
            for (Entry entry : entries(reference, kind)) {
                left = left.minus(entry.amount());
            }
        }
        return left;
    }

    private List<Entry> entries(String reference, Kind kind) {
        return world.sandbox.entries().stream()
                .filter(entry -> entry.reference().equals(reference) && entry.kind() == kind)
                .toList();
    }

    private static OrderId order(Row workflow) {
        Matcher found = ORDER.matcher(text(workflow, "state"));
        if (!found.find()) {
            throw new IllegalStateException("no order in " + text(workflow, "state"));
        }
        return OrderId.of(found.group(1));
    }

    /** Returns the key of the request that a workflow waits for. */
    static IdempotencyKey key(Row workflow) {
        return IdempotencyKey.of(
                text(workflow, "id") + "/" + text(workflow, "step") + "/" + text(workflow, "try_number"));
    }

    static String text(Row row, String column) {
        return row.find(row.key().table().column(column)).map(Object::toString).orElse("");
    }
}
