/** Work that is done again and again in the background. */
@NullMarked
package dev.commercekit.core.housekeeping;

import org.jspecify.annotations.NullMarked;
