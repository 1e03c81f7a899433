/** The contract of the checkout. */
@NullMarked
package dev.commercekit.testkit.checkout;

import org.jspecify.annotations.NullMarked;
