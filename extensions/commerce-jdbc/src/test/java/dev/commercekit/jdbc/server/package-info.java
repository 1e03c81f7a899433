/** The database server of the tests; it knows nothing of the storage. */
@org.jspecify.annotations.NullMarked
package dev.commercekit.jdbc.server;
