/** One hot SKU and a crowd of buyers. */
@NullMarked
package dev.commercekit.examples.basics.flashsale;

import org.jspecify.annotations.NullMarked;
