/** The shop that is measured. */
@NullMarked
package dev.commercekit.benchmarks.shop;

import org.jspecify.annotations.NullMarked;
