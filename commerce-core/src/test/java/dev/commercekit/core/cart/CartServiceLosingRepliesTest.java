package dev.commercekit.core.cart;

import dev.commercekit.core.key.Node;

class CartServiceLosingRepliesTest extends CartServiceTest {

    private static final long SEED = Long.getLong("commercekit.seed", 20260301);

    @Override
    Node node() {
        return super.node().losing(SEED);
    }

    @Override
    Node another() {
        return super.another().losing(SEED + 1);
    }
}
