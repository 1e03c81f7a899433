/** What travels with a call: its deadline, its principal and its trace. */
@NullMarked
package dev.commercekit.call;

import org.jspecify.annotations.NullMarked;
