/** What people do about work that cannot go on by itself: see it, decide it, and leave a record of having done so. */
@NullMarked
package dev.commercekit.operator;

import org.jspecify.annotations.NullMarked;
