/** What every {@link dev.commercekit.catalog.Catalog} must do, as tests. */
@NullMarked
package dev.commercekit.testkit.catalog;

import org.jspecify.annotations.NullMarked;
