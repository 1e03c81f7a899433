/** Calls to the gateway. */
@org.jspecify.annotations.NullMarked
package dev.commercekit.core.payment;
