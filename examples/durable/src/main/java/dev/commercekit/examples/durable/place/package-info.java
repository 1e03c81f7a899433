/** Where a demo's shop is kept: a file, or a database. */
@NullMarked
package dev.commercekit.examples.durable.place;

import org.jspecify.annotations.NullMarked;
