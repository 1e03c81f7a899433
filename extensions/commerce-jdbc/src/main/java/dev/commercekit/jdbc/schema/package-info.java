/** Creating tables, telling how they are made, and checking that those in the database are the ones meant. */
@NullMarked
package dev.commercekit.jdbc.schema;

import org.jspecify.annotations.NullMarked;
