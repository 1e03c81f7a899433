/** How listings are paged. */
@NullMarked
package dev.commercekit.core.page;

import org.jspecify.annotations.NullMarked;
