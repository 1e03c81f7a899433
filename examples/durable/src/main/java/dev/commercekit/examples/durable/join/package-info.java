/** A shop inside of its host's own transaction. */
@NullMarked
package dev.commercekit.examples.durable.join;

import org.jspecify.annotations.NullMarked;
