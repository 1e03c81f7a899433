package dev.commercekit.testkit.cart;

import dev.commercekit.cart.Carts;
import dev.commercekit.catalog.Catalog;

/**
 * Everything that {@link Carts} must do, as tests: every sentence of the port, and contention of many threads on two instances,
 * after which no change may be lost. Inherit it and create the carts.
 *
 * <p>A new instance of the test and new carts stand for each test.
 */
public abstract class CartsContract extends CartContentionRules {

    /** Creates the contract; the test framework does. */
    protected CartsContract() {}

    /** Returns the catalog that the carts ask, without products. Called once for each test, before {@link #createCarts}. */
    protected abstract Catalog createCatalog();

    /** Returns carts that ask the given catalog; none is open. Called once for each test. */
    protected abstract Carts createCarts(Catalog catalog);

    /** Returns another instance over the given carts, as a second process would have; or the same, as this does. */
    protected Carts createSecond(Carts first) {
        return first;
    }

    @Override
    final Catalog catalog() {
        return createCatalog();
    }

    @Override
    final Carts first(Catalog catalog) {
        return createCarts(catalog);
    }

    @Override
    final Carts secondOf(Carts first) {
        return createSecond(first);
    }
}
