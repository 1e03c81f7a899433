package dev.commercekit.testkit.inventory;

import dev.commercekit.inventory.Inventory;
import java.time.Duration;

/**
 * Everything that an {@link Inventory} must do, as tests: every sentence of the port, and contention of many threads on two
 * instances, after which nothing may be oversold and every ledger must explain its level. Inherit it and create the inventory.
 *
 * <p>A new instance of the test and a new inventory stand for each test.
 */
public abstract class InventoryContract extends StockContentionRules {

    /** Creates the contract; the test framework does. */
    protected InventoryContract() {}

    /** Returns an inventory without stock. Called once for each test. */
    protected abstract Inventory createInventory();

    /** Returns another instance over the stock of the given one, as a second process would have; or the same, as this does. */
    protected Inventory createSecond(Inventory first) {
        return first;
    }

    /**
     * Lets so much of the inventory's time pass, and holds that are due be released, if the test can do so.
     *
     * @return whether it did; the tests that want it are skipped otherwise, as this does
     */
    protected boolean letPass(Duration time) {
        return false;
    }

    @Override
    final Inventory first() {
        return createInventory();
    }

    @Override
    final Inventory secondOf(Inventory first) {
        return createSecond(first);
    }

    @Override
    final boolean passes(Duration time) {
        return letPass(time);
    }
}
