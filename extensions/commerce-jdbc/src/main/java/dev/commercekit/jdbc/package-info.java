/** Storage on plain JDBC: a durable file, or PostgreSQL. */
@NullMarked
package dev.commercekit.jdbc;

import org.jspecify.annotations.NullMarked;
