/** The shop as a whole, by its own services. */
@org.jspecify.annotations.NullMarked
package dev.commercekit.core.shop;
