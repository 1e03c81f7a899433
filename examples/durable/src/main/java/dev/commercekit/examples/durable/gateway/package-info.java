/** A payment gateway that outlives the shop: in a process of its own, or with a journal on disk. */
@NullMarked
package dev.commercekit.examples.durable.gateway;

import org.jspecify.annotations.NullMarked;
