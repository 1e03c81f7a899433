/** Checkouts in memory. */
@NullMarked
package dev.commercekit.benchmarks.memory;

import org.jspecify.annotations.NullMarked;
