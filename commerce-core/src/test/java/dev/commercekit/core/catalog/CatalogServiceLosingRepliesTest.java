package dev.commercekit.core.catalog;

import dev.commercekit.core.key.Node;

class CatalogServiceLosingRepliesTest extends CatalogServiceTest {

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
