/** Write sets judged against locked rows and written in one durable commit. */
@NullMarked
package dev.commercekit.jdbc.commit;

import org.jspecify.annotations.NullMarked;
