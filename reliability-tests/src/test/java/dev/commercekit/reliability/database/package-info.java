/** Databases that are killed, and connections to them that are cut. */
@NullMarked
package dev.commercekit.reliability.database;

import org.jspecify.annotations.NullMarked;
