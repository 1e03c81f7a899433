/** What every {@link dev.commercekit.inventory.Inventory} must do, as tests. */
@NullMarked
package dev.commercekit.testkit.inventory;

import org.jspecify.annotations.NullMarked;
