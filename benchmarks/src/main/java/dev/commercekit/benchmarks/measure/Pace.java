package dev.commercekit.benchmarks.measure;

import dev.commercekit.examples.basics.command.Latencies;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.ToDoubleFunction;

/**
 * How fast many callers are served.
 *
 * @param perSecond how many calls ended in a second
 * @param p50Millis the time that half of the calls took at most
 * @param p99Millis the time that 99 of 100 took at most
 */
public record Pace(double perSecond, double p50Millis, double p99Millis) {

    /** Lets a crowd do the work of the numbers from {@code from} up to {@code to}. */
    public static Pace of(Crowd crowd, int from, int to, IntConsumer work) throws Exception {
        long[] nanos = new long[to - from];
        long start = System.nanoTime();
        crowd.each(from, to, number -> {
            long began = System.nanoTime();
            work.accept(number);
            nanos[number - from] = System.nanoTime() - began;
        });
        long whole = System.nanoTime() - start;
        Latencies latencies = new Latencies();
        for (long each : nanos) {
            latencies.add(each);
        }
        return new Pace(nanos.length * 1e9 / whole, latencies.percentileMillis(50), latencies.percentileMillis(99));
    }

    /** Returns the median of each measure. */
    public static Pace median(List<Pace> rounds) {
        return new Pace(
                median(rounds, Pace::perSecond), median(rounds, Pace::p50Millis), median(rounds, Pace::p99Millis));
    }

    /** Returns the median of a measure. */
    public static <T> double median(List<T> rounds, ToDoubleFunction<T> measure) {
        double[] sorted = rounds.stream().mapToDouble(measure).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
