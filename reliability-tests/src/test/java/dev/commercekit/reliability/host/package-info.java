/** Hosts that are killed in the midst of a transaction that a shop has joined. */
@NullMarked
package dev.commercekit.reliability.host;

import org.jspecify.annotations.NullMarked;
