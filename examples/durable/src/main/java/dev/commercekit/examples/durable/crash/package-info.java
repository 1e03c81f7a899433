/** Kills processes that sell, and counts what is lost. */
@NullMarked
package dev.commercekit.examples.durable.crash;

import org.jspecify.annotations.NullMarked;
