package dev.commercekit.examples.basics.flashsale;

import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.checkout.CheckoutResult.Confirmed;
import dev.commercekit.checkout.CheckoutResult.OutOfStock;
import dev.commercekit.checkout.CheckoutResult.Pending;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;

/** What each buyer was told last, and what that tells of the stock. Thread-safe, for one visit of a buyer at a time. */
final class Answers {

    private final AtomicReferenceArray<CheckoutResult> last;
    private final Queue<Visit> open = new ConcurrentLinkedQueue<>();
    private final Witnesses witnesses;
    private final LongAdder confirmed = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder declined = new LongAdder();
    private final LongAdder settledLater = new LongAdder();

    Answers(int stock, int buyers) {
        this.last = new AtomicReferenceArray<>(buyers);
        this.witnesses = new Witnesses(stock);
    }

    Witnesses witnesses() {
        return witnesses;
    }

    /** Notes what a call between two moments was told. */
    void told(Visit visit, CheckoutResult result, int from, int to) {
        last.set(visit.buyer(), result);
        if (result instanceof OutOfStock) {
            refused.increment();
            witnesses.refused(from, to);
            return;
        }
        witnesses.took(from);
        if (result instanceof Confirmed) {
            confirmed.increment();
        } else if (result instanceof Pending) {
            open.add(visit);
        } else {
            declined.increment();
            witnesses.gaveBack(to);
        }
    }

    /** Notes what an unknown payment has become. */
    void settled(Visit visit, CheckoutResult result) {
        open.remove(visit);
        settledLater.increment();
        last.set(visit.buyer(), result);
        if (result instanceof Confirmed) {
            confirmed.increment();
        } else {
            declined.increment();
            witnesses.gaveBack(witnesses.moment());
        }
    }

    /** Returns the visits whose payment is unknown. */
    List<Visit> open() {
        return List.copyOf(open);
    }

    long settledLater() {
        return settledLater.sum();
    }

    CheckoutResult of(int buyer) {
        return last.get(buyer);
    }

    int buyers() {
        return last.length();
    }

    /** Returns how many buyers were told so last. */
    long count(Class<? extends CheckoutResult> type) {
        return buyersTold(type).size();
    }

    /** Returns the buyers who were told so last, in their order. */
    List<Integer> buyersTold(Class<? extends CheckoutResult> type) {
        List<Integer> buyers = new ArrayList<>();
        for (int buyer = 0; buyer < last.length(); buyer++) {
            if (type.isInstance(last.get(buyer))) {
                buyers.add(buyer);
            }
        }
        return buyers;
    }

    /** Returns where it stands, for people. */
    String sofar() {
        return String.format(
                "%,d sold, %,d declined, %,d told sold out, %,d unknown",
                confirmed.sum(), declined.sum(), refused.sum(), open.size());
    }
}
