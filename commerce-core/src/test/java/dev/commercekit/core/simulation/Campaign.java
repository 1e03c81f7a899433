package dev.commercekit.core.simulation;

import dev.commercekit.core.Seeds;
import dev.commercekit.core.simulation.chance.Fault;
import java.util.EnumMap;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs of many seeds, some at a time, up to the first that fails. */
final class Campaign {

    private final PrimitiveIterator.OfLong seeds;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Fault, Integer> counts = new EnumMap<>(Fault.class);
    private @Nullable Outcome failed;
    private int runs;
    private long steps;
    private long orders;

    private Campaign(Seeds seeds) {
        this.seeds = seeds.stream().iterator();
    }

    /** Runs the seeds in as many threads as the machine has processors. */
    static Campaign run(Seeds seeds) throws Exception {
        Campaign campaign = new Campaign(seeds);
        int workers = Runtime.getRuntime().availableProcessors();
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        try {
            for (Future<Boolean> worker : pool.invokeAll(Stream.generate(() -> (Callable<Boolean>) campaign::work)
                    .limit(workers)
                    .toList())) {
                worker.get();
            }
        } finally {
            pool.shutdownNow();
        }
        return campaign;
    }

    /** Returns the run that failed; of several the one of the least seed. */
    @Nullable
    Outcome failed() {
        return failed;
    }

    int count(Fault fault) {
        return counts.getOrDefault(fault, 0);
    }

    /** Returns how many runs there were, and how often each fault struck. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(String.format("%,d schedules, %,d steps, %,d orders%n", runs, steps, orders));
        for (Fault fault : Fault.values()) {
            text.append(String.format("  %,9d %s%n", count(fault), fault));
        }
        return text.toString();
    }

    private boolean work() {
        for (Long seed = next(); seed != null; seed = next()) {
            note(Simulation.run(seed));
        }
        return true;
    }

    private @Nullable Long next() {
        lock.lock();
        try {
            return failed == null && seeds.hasNext() ? seeds.next() : null;
        } finally {
            lock.unlock();
        }
    }

    private void note(Outcome outcome) {
        lock.lock();
        try {
            runs++;
            steps += outcome.steps();
            orders += outcome.orders();
            outcome.counts().forEach((fault, count) -> counts.merge(fault, count, Integer::sum));
            boolean first = failed == null || outcome.seed() < failed.seed();
            if (!outcome.good() && first) {
                failed = outcome;
            }
        } finally {
            lock.unlock();
        }
    }
}
