/** What a cart costs: quotes that the buyer accepts, with every amount visible. */
@NullMarked
package dev.commercekit.pricing;

import org.jspecify.annotations.NullMarked;
