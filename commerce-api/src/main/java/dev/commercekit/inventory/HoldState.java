package dev.commercekit.inventory;

import dev.commercekit.TransitionTable;

/** Where a hold stands. */
public enum HoldState {
    /** The units are set aside. */
    HELD,
    /** The units are sold: gone for good, unless they are restocked. */
    SOLD,
    /** The units went back. */
    RELEASED;

    /** Which state may follow which. */
    public static final TransitionTable<HoldState> TRANSITIONS =
            TransitionTable.over(HoldState.class).from(HELD, SOLD, RELEASED).build();
}
