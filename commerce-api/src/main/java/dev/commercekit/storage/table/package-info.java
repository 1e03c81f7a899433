/** Tables as data: typed columns, keys, indexes and checks, and the rows in them. */
@NullMarked
package dev.commercekit.storage.table;

import org.jspecify.annotations.NullMarked;
