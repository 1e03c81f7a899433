/** What {@link dev.commercekit.cart.Carts} and every {@link dev.commercekit.cart.CartStore} must do, as tests. */
@NullMarked
package dev.commercekit.testkit.cart;

import org.jspecify.annotations.NullMarked;
