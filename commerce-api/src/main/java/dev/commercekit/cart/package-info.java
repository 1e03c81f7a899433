/** Carts: what a buyer means to buy. They hold no stock and no price but an agreed one. */
@NullMarked
package dev.commercekit.cart;

import org.jspecify.annotations.NullMarked;
