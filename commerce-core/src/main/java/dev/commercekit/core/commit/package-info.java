/** The way to a storage: one queue that gathers the write sets of all callers, and what is known of the storage's time. */
@NullMarked
package dev.commercekit.core.commit;

import org.jspecify.annotations.NullMarked;
