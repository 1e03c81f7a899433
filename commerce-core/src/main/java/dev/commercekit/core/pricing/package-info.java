/** What carts cost. */
@NullMarked
package dev.commercekit.core.pricing;

import org.jspecify.annotations.NullMarked;
