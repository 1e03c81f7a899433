/** Small mistakes planted in the storage on SQL, each of which its tests must notice. */
@NullMarked
package dev.commercekit.reliability.planted;

import org.jspecify.annotations.NullMarked;
