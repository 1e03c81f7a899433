package dev.commercekit.core;

import dev.commercekit.cart.Carts;
import dev.commercekit.catalog.Catalog;
import dev.commercekit.checkout.Checkout;
import dev.commercekit.inventory.Inventory;
import dev.commercekit.operator.Operator;
import dev.commercekit.order.Orders;

/** The services of a shop, as one principal may use them. Thread-safe. */
public interface Shop {

    /** Returns what can be sold. */
    Catalog catalog();

    /** Returns the stock. */
    Inventory inventory();

    /** Returns the carts. */
    Carts carts();

    /** Returns the checkout. */
    Checkout checkout();

    /** Returns the orders. */
    Orders orders();

    /** Returns what operators can see and decide. */
    Operator operator();
}
