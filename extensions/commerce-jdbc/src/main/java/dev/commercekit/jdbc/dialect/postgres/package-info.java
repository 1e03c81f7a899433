/** PostgreSQL, and what speaks its protocol. */
@NullMarked
package dev.commercekit.jdbc.dialect.postgres;

import org.jspecify.annotations.NullMarked;
