package dev.commercekit.testkit.order;

import dev.commercekit.order.Orders;

/**
 * Everything that {@link Orders} must do, as tests: every sentence of the port, bad input, and contention of many threads on two
 * instances, in which no money may be lost or given back twice. Inherit it and create the shop.
 *
 * <p>A new instance of the test and a new shop stand for each test.
 */
public abstract class OrdersContract extends OrderContentionRules {

    /** Creates the contract; the test framework does. */
    protected OrdersContract() {}
}
