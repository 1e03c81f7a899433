package dev.commercekit.examples.basics.command;

import java.util.Arrays;
import java.util.function.Supplier;

/** How long things took, each of them. Not thread-safe. */
public final class Latencies {

    private static final double NANOS_A_MILLI = 1e6;

    private long[] nanos = new long[1_024];
    private int count;

    /** Does something and notes how long it took. */
    public <T> T time(Supplier<T> work) {
        long begun = System.nanoTime();
        T result = work.get();
        add(System.nanoTime() - begun);
        return result;
    }

    /** Notes a time in nanoseconds. */
    public void add(long time) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = time;
    }

    /** Notes all that another has noted. */
    public void addAll(Latencies other) {
        for (int i = 0; i < other.count; i++) {
            add(other.nanos[i]);
        }
    }

    /** Returns the milliseconds that the given percentage of all things did not exceed; of no things it is 0. */
    public double percentileMillis(int percent) {
        if (count == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(percent * count / 100.0) - 1)] / NANOS_A_MILLI;
    }
}
