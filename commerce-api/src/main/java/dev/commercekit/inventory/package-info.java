/** Stock: levels that are never oversold, holds that are all or nothing, and a ledger that explains every number. */
@NullMarked
package dev.commercekit.inventory;

import org.jspecify.annotations.NullMarked;
