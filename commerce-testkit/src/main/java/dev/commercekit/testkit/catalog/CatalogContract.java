package dev.commercekit.testkit.catalog;

import dev.commercekit.catalog.Catalog;

/**
 * Everything that a {@link Catalog} must do, as tests: every sentence of the port, and contention of many threads on two
 * instances for the same SKUs. Inherit it and create the catalog.
 *
 * <p>A new instance of the test and a new catalog stand for each test.
 */
public abstract class CatalogContract extends CatalogContentionRules {

    /** Creates the contract; the test framework does. */
    protected CatalogContract() {}

    /** Returns a catalog without products. Called once for each test. */
    protected abstract Catalog createCatalog();

    /** Returns another instance over the products of the given one, as a second process would have; or the same, as this does. */
    protected Catalog createSecond(Catalog first) {
        return first;
    }

    @Override
    final Catalog first() {
        return createCatalog();
    }

    @Override
    final Catalog secondOf(Catalog first) {
        return createSecond(first);
    }
}
