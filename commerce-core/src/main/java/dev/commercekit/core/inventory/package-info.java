/** Stock: its tables, the writes that move it, and the service over them. */
@NullMarked
package dev.commercekit.core.inventory;

import org.jspecify.annotations.NullMarked;
