/** Reading rows by key and in the order of an index. */
@NullMarked
package dev.commercekit.jdbc.read;

import org.jspecify.annotations.NullMarked;
