/** Where shops are kept: the SQL dialects, in times that only go on when they are told. */
@NullMarked
package dev.commercekit.reliability.place;

import org.jspecify.annotations.NullMarked;
