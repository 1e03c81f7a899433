/** Demos that need the core only. */
@NullMarked
package dev.commercekit.examples.basics;

import org.jspecify.annotations.NullMarked;
