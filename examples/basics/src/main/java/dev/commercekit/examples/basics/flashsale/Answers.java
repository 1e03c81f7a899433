package dev.commercekit.examples.basics.flashsale;

import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.checkout.CheckoutResult.Confirmed;
import dev.commercekit.checkout.CheckoutResult.OutOfStock;
import dev.commercekit.checkout.CheckoutResult.Pending;
import dev.commercekit.testkit.history.StockHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;

/** What each buyer was told last, and the history of the stock that this makes. Thread-safe, for one visit of a buyer at a time. */
final class Answers {

    private final AtomicReferenceArray<CheckoutResult> last;
    private final Queue<Open> open = new ConcurrentLinkedQueue<>();
    private final StockHistory history;
    private final LongAdder confirmed = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder declined = new LongAdder();
    private final LongAdder settledLater = new LongAdder();

    Answers(int stock, int buyers) {
        this.last = new AtomicReferenceArray<>(buyers);
        this.history = new StockHistory(stock);
    }

    /**
     * A visit whose payment is unknown.
     *
     * @param visit the visit
     * @param since the moment at which its call began
     */
    record Open(Visit visit, long since) {}

    StockHistory history() {
        return history;
    }

    /** Notes what a call between two moments was told. */
    void told(Visit visit, CheckoutResult result, long from, long to) {
        last.set(visit.buyer(), result);
        if (result instanceof OutOfStock) {
            refused.increment();
            history.refused(from, to, 1);
            return;
        }
        history.took(from, to, 1);
        if (result instanceof Confirmed) {
            confirmed.increment();
        } else if (result instanceof Pending) {
            open.add(new Open(visit, from));
        } else {
            declined.increment();
            history.gave(from, to, 1);
        }
    }

    /** Notes what an unknown payment has become. */
    void settled(Open settled, CheckoutResult result) {
        open.remove(settled);
        settledLater.increment();
        last.set(settled.visit().buyer(), result);
        if (result instanceof Confirmed) {
            confirmed.increment();
        } else {
            declined.increment();
            history.gave(settled.since(), history.moment(), 1);
        }
    }

    List<Open> open() {
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
