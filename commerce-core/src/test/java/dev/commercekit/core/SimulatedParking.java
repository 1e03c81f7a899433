package dev.commercekit.core;

import dev.commercekit.core.commit.Parking;

/** Opens to the simulation, which is in another package, what no host has to give. */
public final class SimulatedParking {

    private SimulatedParking() {}

    /** Lets the callers of a shop wait for their turn to commit in the given way. */
    public static CommerceBuilder in(CommerceBuilder builder, Parking parking) {
        return builder.parking(parking);
    }
}
