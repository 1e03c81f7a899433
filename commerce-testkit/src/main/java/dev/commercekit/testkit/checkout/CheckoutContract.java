package dev.commercekit.testkit.checkout;

import dev.commercekit.checkout.Checkout;

/**
 * Everything that a {@link Checkout} must do, as tests: every sentence of the port, bad input, and contention of many threads on
 * two instances, after which nothing may be oversold and no cart bought twice. Inherit it and create the shop.
 *
 * <p>A new instance of the test and a new shop stand for each test.
 */
public abstract class CheckoutContract extends FlashSaleRules {

    /** Creates the contract; the test framework does. */
    protected CheckoutContract() {}
}
