/** Orders over a storage: their tables, the changes that a command makes to one, and the workflows that move money for it. */
@NullMarked
package dev.commercekit.core.order;

import org.jspecify.annotations.NullMarked;
