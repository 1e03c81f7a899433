package dev.commercekit.core.simulation.chance;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What kind of run a seed makes: few faults and a long run, any half of them, or nearly all at once in a short one; each that is
 * switched on has a rate of its own. A fault that would hide another is so switched off in many runs.
 *
 * @param kind its name
 * @param acts how many things are begun
 * @param atOnce how many may be under way at once
 * @param switching how many of a hundred boundaries let another go on
 * @param rates how many of a thousand occasions have the fault
 * @param plainCards how many of a hundred cards simply pay
 * @param ownCarts whether carts have a store of their own
 * @param replayWindow how long the gateway remembers a key
 */
public record Temper(
        String kind,
        int acts,
        int atOnce,
        int switching,
        Map<Fault, Integer> rates,
        int plainCards,
        boolean ownCarts,
        Duration replayWindow) {

    private static final List<Duration> WINDOWS =
            List.of(Duration.ofMinutes(40), Duration.ofHours(2), Duration.ofHours(24), Duration.ofHours(24));

    public static Temper of(long seed) {
        Random random = new Random(seed * 31 + 7);
        int kind = random.nextInt(10);
        if (kind < 3) {
            return of(random, "calm", 110, 12, 2);
        }
        return kind < 8 ? of(random, "mixed", 60, 50, 2) : of(random, "storm", 40, 85, 4);
    }

    private static Temper of(Random random, String kind, int acts, int percentOn, int strongest) {
        Map<Fault, Integer> rates = new EnumMap<>(Fault.class);
        for (Fault fault : Fault.values()) {
            boolean on = random.nextInt(100) < percentOn;
            int strength = 1 + random.nextInt(strongest);
            if (on && fault.permille() > 0) {
                rates.put(fault, Math.min(1_000, fault.permille() * strength));
            }
        }
        return new Temper(
                kind,
                acts / 2 + random.nextInt(acts),
                1 + random.nextInt(6),
                5 + random.nextInt(50),
                rates,
                20 + random.nextInt(70),
                random.nextInt(3) > 0,
                WINDOWS.get(random.nextInt(WINDOWS.size())));
    }

    public int rate(Fault fault) {
        return rates.getOrDefault(fault, 0);
    }

    /** Returns how late a message may come, and how long a process may stop in a call: less than the margin of a key's window. */
    public Duration latest() {
        Duration margin = replayWindow.dividedBy(20);
        Duration longest = Duration.ofMinutes(5);
        return margin.compareTo(longest) < 0 ? margin : longest;
    }
}
