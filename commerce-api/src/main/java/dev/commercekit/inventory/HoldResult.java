package dev.commercekit.inventory;

import dev.commercekit.Input;
import java.util.List;

/** What became of a request to hold stock. Complete: there will be no further case. */
public sealed interface HoldResult {

    /**
     * All lines are held.
     *
     * @param hold the hold
     */
    record Held(Hold hold) implements HoldResult {

        /** Refuses null. */
        public Held {
            Input.required(hold, "hold");
        }
    }

    /**
     * Nothing is held.
     *
     * @param shortages every SKU that was short, in the order of the SKUs
     */
    record OutOfStock(List<Shortage> shortages) implements HoldResult {

        /** Copies the list. */
        public OutOfStock {
            shortages = Input.list(shortages, "shortages", Integer.MAX_VALUE);
        }
    }
}
