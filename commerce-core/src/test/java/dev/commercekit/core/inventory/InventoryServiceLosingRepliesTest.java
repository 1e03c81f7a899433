package dev.commercekit.core.inventory;

import dev.commercekit.core.key.Node;
import dev.commercekit.inventory.Inventory;

class InventoryServiceLosingRepliesTest extends InventoryServiceTest {

    private static final long SEED = Long.getLong("commercekit.seed", 20260301);

    @Override
    Node node() {
        return super.node().losing(SEED);
    }

    @Override
    protected Inventory createSecond(Inventory first) {
        return service(node.another().losing(SEED + 1));
    }
}
