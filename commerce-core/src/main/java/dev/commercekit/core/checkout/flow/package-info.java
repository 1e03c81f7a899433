/** The workflow of a checkout: its state, its steps, and the rows by which keys and carts are claimed. */
@NullMarked
package dev.commercekit.core.checkout.flow;

import org.jspecify.annotations.NullMarked;
