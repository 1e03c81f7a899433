/** How tables as data, their columns and their indexes are named in SQL, and in which order their rows are locked. */
@NullMarked
package dev.commercekit.jdbc.table;

import org.jspecify.annotations.NullMarked;
