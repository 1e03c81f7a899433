/** How things are measured. */
@NullMarked
package dev.commercekit.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
