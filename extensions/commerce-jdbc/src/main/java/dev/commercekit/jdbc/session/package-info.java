/** Statements and the connections on which they run. */
@NullMarked
package dev.commercekit.jdbc.session;

import org.jspecify.annotations.NullMarked;
