/** Demos over durable storages. */
@NullMarked
package dev.commercekit.examples.durable;

import org.jspecify.annotations.NullMarked;
