/** The contract of the orders. */
@NullMarked
package dev.commercekit.testkit.order;

import org.jspecify.annotations.NullMarked;
