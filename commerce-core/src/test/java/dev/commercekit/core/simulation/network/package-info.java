/** The ports as processes see them, with all that lies between. */
@org.jspecify.annotations.NullMarked
package dev.commercekit.core.simulation.network;
