package dev.commercekit.testkit.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What callers who contend for the units of one SKU were told, from which it judges whether all of it can be true. Each call
 * took effect at some instant between the moment at which it began and the one at which its answer came:
 *
 * <ul>
 *   <li>one that took units: so many were free at that instant;
 *   <li>one that gave units back, or brought new ones: they were free from that instant on;
 *   <li>one that was refused: at some instant within the call fewer were free than it wanted.
 * </ul>
 *
 * <p>That nobody was refused while a unit was free means the last sentence, and no more: a unit that others hold, and may give
 * back a moment later, is not free. Thread-safe while it is filled; to be judged once all calls have ended.
 */
public final class StockHistory {

    private final long initially;
    private final AtomicLong moments = new AtomicLong();
    private final ConcurrentLinkedQueue<Step> steps = new ConcurrentLinkedQueue<>();

    /** Creates the history of a SKU of which so many units are free at first. */
    public StockHistory(long initially) {
        this.initially = initially;
    }

    /** Returns a moment that is later than all before, to be asked for just before a call and just after its answer. */
    public long moment() {
        return moments.getAndIncrement();
    }

    /** Notes that a call took units. */
    public void took(long from, long to, long units) {
        steps.add(new Step(from, to, -units, 0));
    }

    /** Notes that a call gave units back or brought new ones. */
    public void gave(long from, long to, long units) {
        steps.add(new Step(from, to, units, 0));
    }

    /** Notes that a call was refused, for it wanted more than was free. */
    public void refused(long from, long to, long wanted) {
        steps.add(new Step(from, to, 0, wanted));
    }

    /**
     * Returns what cannot be true whatever the instants were: a refusal though enough was free all the while, even if every
     * call that was still under way had taken what it took; and more taken than was there, even if every call under way had
     * given what it gave. It accuses nobody wrongly, and takes no longer than the history is long.
     */
    public List<String> contradictions() {
        long[] atLeast = new long[Math.toIntExact(moments.get()) + 1];
        long[] atMost = new long[atLeast.length];
        for (Step step : steps) {
            boolean takes = step.effect < 0;
            atLeast[Math.toIntExact(takes ? step.from : step.to)] += step.effect;
            atMost[Math.toIntExact(takes ? step.to : step.from)] += step.effect;
        }
        atLeast[0] += initially;
        atMost[0] += initially;
        Arrays.parallelPrefix(atLeast, Long::sum);
        Arrays.parallelPrefix(atMost, Long::sum);
        List<String> found = new ArrayList<>();
        for (int moment = 0; moment < atMost.length; moment++) {
            if (atMost[moment] < 0) {
                found.add("at moment " + moment + " " + -atMost[moment] + " more were taken than there were");
                break;
            }
        }
        for (Step step : steps) {
            long least = Long.MAX_VALUE;
            for (long moment = step.from; moment < step.to; moment++) {
                least = Math.min(least, atLeast[(int) moment]);
            }
            if (step.wanted > 0 && least >= step.wanted) {
                found.add(step.wanted + " wanted from moment " + step.from + " to " + step.to + " were refused, but "
                        + least + " were free");
            }
        }
        return found;
    }

    /**
     * Returns whether there is an order of the calls, each at an instant within its own time, in which one caller at a time
     * would have been told the same. That is exact, and quick where all calls want the same number of units; where they want
     * many different ones it is for short histories.
     */
    public boolean isSomeOrderOfTheCalls() {
        return new OrderSearch(initially, List.copyOf(steps)).succeeds();
    }

    /**
     * One effect or refusal.
     *
     * @param from the moment at which its call began
     * @param to the moment at which its answer came
     * @param effect by how much it changed what is free
     * @param wanted how many were refused, or 0
     */
    record Step(long from, long to, long effect, long wanted) {}
}
