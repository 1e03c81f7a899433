/** Threads and processes that run one at a time, in an order that a seed decides. */
@org.jspecify.annotations.NullMarked
package dev.commercekit.core.simulation.schedule;
