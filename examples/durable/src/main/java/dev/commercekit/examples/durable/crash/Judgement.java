package dev.commercekit.examples.durable.crash;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.account.Buyer;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.core.Commerce;
import dev.commercekit.payment.PaymentLedger;
import dev.commercekit.testkit.oracle.ShopOracle;
import dev.commercekit.testkit.oracle.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** What is true when all are dead: by the tables, by the gateway's own ledger, and by the answers that buyers have seen. */
public final class Judgement {

    private final Heard heard;
    private final Commerce shop;
    private final PaymentLedger ledger;
    private final List<Violation> violations = new ArrayList<>();
    private final List<IdempotencyKey> lost = new ArrayList<>();
    private long orders;

    /**
     * Prepares a judgement.
     *
     * @param heard what the dead told
     * @param shop a process that lives
     * @param ledger the gateway's own account of what it did
     */
    public Judgement(Heard heard, Commerce shop, PaymentLedger ledger) {
        this.heard = heard;
        this.shop = shop;
        this.ledger = ledger;
    }

    /** Finishes what the dead left, for at most the given time, and looks at everything then. */
    public void judge(Duration settlesWithin) {
        ShopOracle oracle = new ShopOracle(shop.storage(), shop.tables(), ledger, shop.orders());
        long deadline = System.nanoTime() + settlesWithin.toNanos();
        List<Violation> found = oracle.settled();
        while (!found.isEmpty() && System.nanoTime() < deadline) {
            while (shop.housekeep() > 0) {}
            LockSupport.parkNanos(200_000_000);
            found = oracle.settled();
        }
        violations.addAll(found);
        Map<IdempotencyKey, CheckoutResult> answers = heard.answers();
        for (IdempotencyKey key : heard.begun()) {
            Optional<CheckoutResult> kept = shop.checkout().find(Buyer.guest(key.value()), key);
            CheckoutResult seen = answers.get(key);
            if (seen != null && !kept.equals(Optional.of(seen))) {
                lost.add(key);
            }
            if (kept.filter(answer -> !(answer instanceof CheckoutResult.OutOfStock))
                    .isPresent()) {
                orders++;
            }
        }
    }

    /** Returns what does not hold. */
    public List<Violation> violations() {
        return violations;
    }

    /** Returns how many orders there are, whatever became of them. */
    long orders() {
        return orders;
    }

    /** Returns how many answers that a buyer has seen the shop does not give any more. */
    public long lost() {
        return lost.size();
    }

    /** Returns how many times one of these invariants was found broken. */
    long broken(String... invariants) {
        return violations.stream()
                .filter(violation -> List.of(invariants).contains(violation.invariant()))
                .count();
    }

    /** Returns each invariant with whether it held. */
    Map<String, Boolean> invariants() {
        Map<String, Boolean> all = new LinkedHashMap<>();
        all.put("noAnswerIsLost", lost.isEmpty());
        ShopOracle.INVARIANTS.forEach(name -> all.put(name, broken(name) == 0));
        return all;
    }
}
