package dev.commercekit.money;

import java.math.RoundingMode;

/** How an amount that does not fit its currency's scale becomes one that does. There is no default: every use names it. */
public enum Rounding {
    /** To the nearest, halves away from zero: what most shops and tax authorities mean by rounding. */
    HALF_UP(RoundingMode.HALF_UP),
    /** To the nearest, halves to the even neighbour: no drift over many amounts. */
    HALF_EVEN(RoundingMode.HALF_EVEN),
    /** Away from zero. */
    UP(RoundingMode.UP),
    /** Towards zero. */
    DOWN(RoundingMode.DOWN);

    private final RoundingMode mode;

    Rounding(RoundingMode mode) {
        this.mode = mode;
    }

    /** Returns the mode of {@link java.math.BigDecimal} that does the same. */
    public RoundingMode mode() {
        return mode;
    }
}
