package dev.commercekit.core.simulation.chance;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Chance, as the seed has it: which fault strikes, as long as there is trouble at all, and what has struck so far. */
public final class Luck {

    private final Random random;
    private final Temper temper;
    private final Trace trace;
    private final Map<Fault, Integer> counts = new EnumMap<>(Fault.class);
    private boolean troubled = true;

    public Luck(Random random, Temper temper, Trace trace) {
        this.random = random;
        this.temper = temper;
        this.trace = trace;
    }

    /** Returns the chance itself. */
    public Random random() {
        return random;
    }

    public Temper temper() {
        return temper;
    }

    /** Ends all trouble. */
    public void calm() {
        troubled = false;
    }

    public boolean troubled() {
        return troubled;
    }

    /** Draws whether the fault strikes, and counts it if it does. */
    public boolean hit(Fault fault) {
        boolean hit = strikes(fault);
        if (hit) {
            happened(fault);
        }
        return hit;
    }

    /** Draws whether the fault strikes. */
    public boolean strikes(Fault fault) {
        return troubled && temper.rate(fault) > 0 && random.nextInt(1_000) < temper.rate(fault);
    }

    /** Draws which of the faults strikes, if one does. */
    public Optional<Fault> one(List<Fault> faults) {
        if (troubled) {
            int drawn = random.nextInt(1_000);
            for (Fault fault : faults) {
                drawn -= temper.rate(fault);
                if (drawn < 0) {
                    return Optional.of(fault);
                }
            }
        }
        return Optional.empty();
    }

    /** Counts a fault. */
    public void happened(Fault fault) {
        counts.merge(fault, 1, Integer::sum);
        trace.add("! " + fault);
    }

    public Map<Fault, Integer> counts() {
        return counts;
    }

    public <T> T any(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    public boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    public Duration upTo(Duration longest) {
        return Duration.ofMillis(random.nextLong(longest.toMillis() + 1));
    }
}
