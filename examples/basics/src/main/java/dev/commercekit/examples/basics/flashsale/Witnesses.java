package dev.commercekit.examples.basics.flashsale;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Who held a unit for certain, and when, as buyers see it: from which it is known how many units were free at least. Each buyer
 * wants one. A unit counts as gone from the moment at which its call began, and as back only once a call has told so; so a
 * refusal that this calls wrong was wrong, even if every call under way had its unit already. Thread-safe while it is filled.
 */
final class Witnesses {

    private final int stock;
    private final AtomicInteger moments = new AtomicInteger();
    private final Queue<Integer> gone = new ConcurrentLinkedQueue<>();
    private final Queue<Integer> back = new ConcurrentLinkedQueue<>();
    private final Queue<Refusal> refusals = new ConcurrentLinkedQueue<>();

    private record Refusal(int from, int to) {}

    Witnesses(int stock) {
        this.stock = stock;
    }

    /** Returns a moment later than all before, to be asked for just before a call and just after its answer. */
    int moment() {
        return moments.getAndIncrement();
    }

    void took(int from) {
        gone.add(from);
    }

    void gaveBack(int to) {
        back.add(to);
    }

    void refused(int from, int to) {
        refusals.add(new Refusal(from, to));
    }

    /** Returns how many were refused though at each instant of their call a unit was free. */
    long refusedWrongly() {
        int[] free = new int[moments.get() + 1];
        gone.forEach(moment -> free[moment]--);
        back.forEach(moment -> free[moment]++);
        free[0] += stock;
        for (int moment = 1; moment < free.length; moment++) {
            free[moment] += free[moment - 1];
        }
        return refusals.stream().filter(refusal -> alwaysFree(free, refusal)).count();
    }

    private static boolean alwaysFree(int[] free, Refusal refusal) {
        for (int moment = refusal.from; moment < refusal.to; moment++) {
            if (free[moment] < 1) {
                return false;
            }
        }
        return true;
    }
}
