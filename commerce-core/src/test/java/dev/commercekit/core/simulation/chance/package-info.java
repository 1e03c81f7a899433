/** What a seed decides: which faults there are, when they strike, and the trace that tells one run from another. */
@org.jspecify.annotations.NullMarked
package dev.commercekit.core.simulation.chance;
