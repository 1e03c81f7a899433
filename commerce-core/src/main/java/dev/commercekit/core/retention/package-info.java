/** Forgets what nobody needs any more, by stated rules, a bounded batch at a time, and never of an order that is open. */
@NullMarked
package dev.commercekit.core.retention;

import org.jspecify.annotations.NullMarked;
