package dev.commercekit.core.inventory;

import dev.commercekit.core.key.Node;
import dev.commercekit.inventory.Inventory;
import dev.commercekit.testkit.inventory.InventoryContract;
import java.time.Duration;

class InventoryServiceTest extends InventoryContract {

    final Node node = node();
    private final InventoryService inventory = service(node);

    Node node() {
        return Node.over(InventoryService.TABLES);
    }

    static InventoryService service(Node node) {
        return new InventoryService(node.storage(), node.queue(), node.ids());
    }

    @Override
    protected Inventory createInventory() {
        return inventory;
    }

    @Override
    protected Inventory createSecond(Inventory first) {
        return service(node.another());
    }

    @Override
    protected boolean letPass(Duration time) {
        node.clock().advance(time);
        inventory.expireDue(100);
        return true;
    }
}
