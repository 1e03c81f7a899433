/** Exact money: amounts at their currency's scale, prices at any scale, and rounding that is always named. */
@NullMarked
package dev.commercekit.money;

import org.jspecify.annotations.NullMarked;
