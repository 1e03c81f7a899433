package dev.commercekit.testkit.shop;

import dev.commercekit.cart.Carts;
import dev.commercekit.catalog.Catalog;
import dev.commercekit.checkout.Checkout;
import dev.commercekit.inventory.Inventory;
import dev.commercekit.order.Orders;

/**
 * The service ports of one shop. They may live in different places, as long as they are of the same shop.
 *
 * @param catalog what is sold
 * @param inventory how much of it there is
 * @param carts what buyers want
 * @param checkout how they get it
 * @param orders what they got
 */
public record ShopPorts(Catalog catalog, Inventory inventory, Carts carts, Checkout checkout, Orders orders) {}
