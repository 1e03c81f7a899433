/** How well commits are kept, and what may go wrong where a storage works inside of a transaction of its caller. */
@NullMarked
package dev.commercekit.storage.transaction;

import org.jspecify.annotations.NullMarked;
