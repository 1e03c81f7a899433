package dev.commercekit.core.simulation.chance;

import dev.commercekit.IdGenerator;
import java.util.Random;
import java.util.UUID;

/** Ids that are the same for the same seed, and rise. */
public final class SeededIds implements IdGenerator {

    private final Random random;
    private long count;

    public SeededIds(long seed) {
        random = new Random(seed);
    }

    @Override
    public UUID next() {
        return new UUID(++count << 16 | 0x7000, random.nextLong() >>> 2 | Long.MIN_VALUE);
    }

    @Override
    public long randomBits() {
        return random.nextLong();
    }
}
