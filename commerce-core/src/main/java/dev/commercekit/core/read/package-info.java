/** Rows that were read, for whoever would read them again. */
@NullMarked
package dev.commercekit.core.read;

import org.jspecify.annotations.NullMarked;
