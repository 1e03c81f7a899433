package dev.commercekit.core.cart;

import dev.commercekit.cart.CartStore;
import dev.commercekit.core.key.Node;
import dev.commercekit.testkit.cart.CartStoreContract;
import java.util.List;

class StorageCartStoreTest extends CartStoreContract {

    private final Node node = node();

    Node node() {
        return Node.over(List.of(StorageCartStore.TABLE));
    }

    Node another() {
        return node.another();
    }

    private static CartStore store(Node node) {
        return new StorageCartStore(node.storage(), node.queue(), node.ids());
    }

    @Override
    protected CartStore createStore() {
        return store(node);
    }

    @Override
    protected CartStore createSecond(CartStore first) {
        return store(another());
    }
}
