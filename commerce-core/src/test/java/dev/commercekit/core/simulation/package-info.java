/** Shops of several processes in a world that a seed decides: who acts when, what fails, and how time passes. */
@org.jspecify.annotations.NullMarked
package dev.commercekit.core.simulation;
