/** What every {@link dev.commercekit.storage.Storage} must do, as tests. */
@NullMarked
package dev.commercekit.testkit.storage;

import org.jspecify.annotations.NullMarked;
