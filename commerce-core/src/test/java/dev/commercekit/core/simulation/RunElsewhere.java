package dev.commercekit.core.simulation;

import dev.commercekit.core.Seeds;

/** Runs seeds in a process of its own, and prints what tells their traces from any others. */
final class RunElsewhere {

    /** What a line of the output begins with; the seed and its hash follow. */
    static final String HASH = "hash";

    private RunElsewhere() {}

    /** Runs as many seeds as the second argument says, from the first on. */
    public static void main(String[] arguments) {
        new Seeds(Long.parseLong(arguments[0]), Long.parseLong(arguments[1]))
                .stream()
                        .forEach(seed -> System.out.println(
                                HASH + " " + seed + " " + Simulation.run(seed).hash()));
    }
}
