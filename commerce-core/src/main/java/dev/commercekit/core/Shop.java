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

    /**
     * Returns what the shop can do inside of a transaction of the host, which begins it and ends it, and whose rows and those of
     * the shop become visible together or not at all.
     *
     * @param transaction what the shop's storage joins: for storage in a database a {@code java.sql.Connection} to it, in a
     *     transaction whose {@code autoCommit} is off
     * @throws dev.commercekit.storage.transaction.TransactionNotJoinableException if the storage joins no transactions, or not this
     *     one
     * @throws dev.commercekit.storage.transaction.TransactionConflictException if another transaction is in the way already
     */
    JoinedShop in(Object transaction);
}
