package dev.commercekit.inventory;

import dev.commercekit.Input;
import java.time.Instant;
import java.util.List;

/**
 * Units that are set aside for somebody.
 *
 * @param id its name
 * @param state where it stands
 * @param lines what is held, summed for each SKU
 * @param expiresAt when it is released if nobody settles it; the hold of an order that may be paid is never released by time
 *     alone
 */
public record Hold(HoldId id, HoldState state, List<StockLine> lines, Instant expiresAt) {

    /** Copies the lines. */
    public Hold {
        Input.required(id, "holdId");
        Input.required(state, "state");
        lines = Input.list(lines, "lines", Integer.MAX_VALUE);
        Input.required(expiresAt, "expiresAt");
    }
}
