/** Carts: the service, the stored form of a cart, and the store that is a table. */
@NullMarked
package dev.commercekit.core.cart;

import org.jspecify.annotations.NullMarked;
