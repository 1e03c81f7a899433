/** Adapters that keep everything in the memory of this process: the reference for all others. */
@NullMarked
package dev.commercekit.core.memory;

import org.jspecify.annotations.NullMarked;
