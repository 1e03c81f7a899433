/** SQLite, the durable file. */
@NullMarked
package dev.commercekit.jdbc.dialect.sqlite;

import org.jspecify.annotations.NullMarked;
