package dev.commercekit.testkit.payment;

import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** Where the faults of a {@link FaultyGateway} come from; one is drawn for each call. All are thread-safe. */
public final class GatewayFaults {

    private GatewayFaults() {}

    /** Returns the given faults in turn, and none afterwards. */
    public static Supplier<GatewayFault> script(GatewayFault... faults) {
        Queue<GatewayFault> left = new ConcurrentLinkedQueue<>(Arrays.asList(faults));
        return () -> {
            GatewayFault fault = left.poll();
            return fault == null ? GatewayFault.NONE : fault;
        };
    }

    /** Returns any fault in so many percent of the calls, and none in the others; the same seed draws the same faults. */
    public static Supplier<GatewayFault> seeded(long seed, int percent) {
        return seeded(
                seed,
                percent,
                Arrays.stream(GatewayFault.values())
                        .filter(fault -> fault != GatewayFault.NONE)
                        .toArray(GatewayFault[]::new));
    }

    /** Returns one of the given faults in so many percent of the calls; the same seed draws the same faults. */
    public static Supplier<GatewayFault> seeded(long seed, int percent, GatewayFault... faults) {
        List<GatewayFault> choice = List.of(faults);
        Random random = new Random(seed);
        return () -> {
            // One draw decides both, so that threads cannot part what belongs together.
            int drawn = random.nextInt(100 * choice.size());
            return drawn % 100 < percent ? choice.get(drawn / 100) : GatewayFault.NONE;
        };
    }
}
