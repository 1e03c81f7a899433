/** The checkout: a cart and an accepted quote become an order, once, whatever fails in between. */
@NullMarked
package dev.commercekit.checkout;

import org.jspecify.annotations.NullMarked;
