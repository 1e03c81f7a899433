/** What can be sold: products and their variants, each a SKU with a price. */
@NullMarked
package dev.commercekit.catalog;

import org.jspecify.annotations.NullMarked;
