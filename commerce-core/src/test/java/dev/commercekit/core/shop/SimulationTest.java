package dev.commercekit.core.shop;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs shops in which everything that may happen does, in an order that a seed decides. The seed is in the name of a failure;
 * {@code -Dsimulation.from=SEED -Dsimulation.seeds=1} runs that one again, and other numbers run others.
 */
class SimulationTest {

    static LongStream seeds() {
        long from = Long.getLong("simulation.from", 1);
        return LongStream.range(from, from + Long.getLong("simulation.seeds", 40));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everythingEndsWellWhateverHappens(long seed) {
        new Simulation(seed).run(150);
    }
}
