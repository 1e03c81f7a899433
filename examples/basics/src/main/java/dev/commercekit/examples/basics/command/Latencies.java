package dev.commercekit.examples.basics.replay;

import java.util.Arrays;
import java.util.function.Supplier;

/** How long things took, each of them. Not thread-safe. */
final class Latencies {

    private static final double NANOS_A_MILLI = 1e6;

    private long[] nanos = new long[1_024];
    private int count;

    <T> T time(Supplier<T> work) {
        long begun = System.nanoTime();
        T result = work.get();
        add(System.nanoTime() - begun);
        return result;
    }

    void add(long time) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = time;
    }

    /** Returns the milliseconds that the given percentage of all things did not exceed; of no things it is 0. */
    double percentileMillis(int percent) {
        if (count == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(percent * count / 100.0) - 1)] / NANOS_A_MILLI;
    }
}
