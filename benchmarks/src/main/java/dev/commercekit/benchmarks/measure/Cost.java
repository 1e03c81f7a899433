package dev.commercekit.benchmarks.measure;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What some operations cost together.
 *
 * @param operations how many they were
 * @param nanos the time that passed
 * @param cpu the processor time of the whole process in nanoseconds: its background, compilers and collectors too
 * @param bytes what all threads allocated
 */
public record Cost(long operations, long nanos, long cpu, long bytes) {

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Measures work; the threads that do it must live before and after. */
    public static Cost of(long operations, Work work) throws Exception {
        long bytes = allocated();
        long cpu = PROCESS.getProcessCpuTime();
        long start = System.nanoTime();
        work.run();
        long nanos = System.nanoTime() - start;
        return new Cost(operations, nanos, PROCESS.getProcessCpuTime() - cpu, allocated() - bytes);
    }

    /** Returns, of several rounds, the median of each measure for one operation. */
    public static Line median(List<Cost> rounds) {
        return new Line(
                middle(rounds, cost -> cost.operations * 1_000_000_000L / cost.nanos),
                middle(rounds, cost -> cost.cpu / cost.operations),
                middle(rounds, cost -> cost.bytes / cost.operations));
    }

    private static long middle(List<Cost> rounds, ToLongFunction<Cost> measure) {
        return rounds.stream()
                .map(measure::applyAsLong)
                .sorted(Comparator.naturalOrder())
                .skip(rounds.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private static long allocated() {
        return Arrays.stream(THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds()))
                .filter(bytes -> bytes > 0)
                .sum();
    }

    /** Something to measure. */
    @FunctionalInterface
    public interface Work {

        /** Does it. */
        void run() throws Exception;
    }

    /**
     * What one operation costs.
     *
     * @param perSecond how many a second there were
     * @param cpu nanoseconds of processor time
     * @param bytes allocated
     */
    public record Line(long perSecond, long cpu, long bytes) {

        public static String header(String first) {
            return String.format("%-12s %12s %12s %12s", first, "a second", "CPU us each", "bytes each");
        }

        public String text(String first) {
            return String.format("%-12s %12d %10d.%d %12d", first, perSecond, cpu / 1_000, cpu % 1_000 / 100, bytes);
        }
    }
}
