/** The storage that tests of core are given. */
@NullMarked
package dev.commercekit.core.given;

import org.jspecify.annotations.NullMarked;
