package dev.commercekit.core.simulation.chance;

import dev.commercekit.core.simulation.schedule.CooperativeThreads;
import dev.commercekit.testkit.time.ManualClock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What happened, in its order: the last of it to read, and all of it as one number that tells two runs apart. */
public final class Trace {

    private static final int KEPT = Integer.getInteger("commercekit.trace", 80);

    private final ManualClock clock;
    private final Deque<String> last = new ArrayDeque<>();
    private CooperativeThreads threads;
    private long steps;
    private long hash;

    public Trace(ManualClock clock) {
        this.clock = clock;
    }

    public void of(CooperativeThreads running) {
        threads = running;
    }

    public void add(String what) {
        String line = ++steps + " " + clock.instant() + " " + threads.current() + ": " + what;
        hash = hash * 1_000_003 + line.hashCode();
        last.addLast(line);
        if (last.size() > KEPT) {
            last.removeFirst();
        }
    }

    public long hash() {
        return hash;
    }

    public long steps() {
        return steps;
    }

    public List<String> last() {
        return List.copyOf(last);
    }
}
