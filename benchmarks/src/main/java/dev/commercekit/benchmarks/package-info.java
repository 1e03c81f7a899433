/** What things cost: whole programs that time, weigh and count, and print medians. */
@NullMarked
package dev.commercekit.benchmarks;

import org.jspecify.annotations.NullMarked;
