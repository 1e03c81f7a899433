/** The seam between databases: types, statements, and what an error of each means. */
@NullMarked
package dev.commercekit.jdbc.dialect;

import org.jspecify.annotations.NullMarked;
