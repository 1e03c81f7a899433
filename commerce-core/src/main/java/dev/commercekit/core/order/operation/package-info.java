/** Commands that move the money of a confirmed order, one at a time: ship, take back, cancel. */
@NullMarked
package dev.commercekit.core.order.operation;

import org.jspecify.annotations.NullMarked;
