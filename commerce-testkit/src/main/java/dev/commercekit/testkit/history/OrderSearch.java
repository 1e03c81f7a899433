package dev.commercekit.testkit.history;

import dev.commercekit.testkit.history.StockHistory.Step;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Looks for an order of steps that one caller at a time could have made. A step can come next if no other that is left ended
 * before it began. Two shortcuts lose nothing: a refusal that is right now changes nothing, so it is taken at once; and of
 * steps with the same effect the one that ends first can always come first.
 */
final class OrderSearch {

    private final long initially;
    private final List<Step> steps;
    private final Set<BitSet> seen = new HashSet<>();
    private final Deque<State> open = new ArrayDeque<>();

    OrderSearch(long initially, List<Step> steps) {
        this.initially = initially;
        this.steps = steps.stream().sorted(Comparator.comparingLong(Step::to)).toList();
    }

    private record State(BitSet done, long free) {}

    boolean succeeds() {
        put(new State(new BitSet(steps.size()), initially));
        while (!open.isEmpty()) {
            State state = open.pop();
            BitSet done = withRefusals(state);
            if (done.cardinality() == steps.size()) {
                return true;
            }
            for (int next : candidates(done)) {
                Step step = steps.get(next);
                if (step.wanted() == 0 && state.free + step.effect() >= 0) {
                    BitSet after = (BitSet) done.clone();
                    after.set(next);
                    put(new State(after, state.free + step.effect()));
                }
            }
        }
        return false;
    }

    private void put(State state) {
        if (seen.add(state.done)) {
            open.push(state);
        }
    }

    /** Returns what is done once every refusal that is right now has been taken. */
    private BitSet withRefusals(State state) {
        BitSet done = (BitSet) state.done.clone();
        boolean more = true;
        while (more) {
            more = false;
            long end = firstEnd(done);
            for (int i = done.nextClearBit(0); i < steps.size(); i = done.nextClearBit(i + 1)) {
                Step step = steps.get(i);
                if (step.wanted() > state.free && step.from() < end) {
                    done.set(i);
                    more = true;
                }
            }
        }
        return done;
    }

    /** Returns, of the steps of each effect that can come next, the one that ends first. */
    private Iterable<Integer> candidates(BitSet done) {
        long end = firstEnd(done);
        Map<Long, Integer> first = new TreeMap<>();
        for (int i = done.nextClearBit(0); i < steps.size(); i = done.nextClearBit(i + 1)) {
            Step step = steps.get(i);
            if (step.from() < end) {
                first.putIfAbsent(step.effect(), i);
            }
        }
        return first.values();
    }

    /** The steps stand in the order of their ends. */
    private long firstEnd(BitSet done) {
        int first = done.nextClearBit(0);
        return first < steps.size() ? steps.get(first).to() : Long.MAX_VALUE;
    }
}
