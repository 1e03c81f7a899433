/** What people do about work that cannot go on by itself, and the record of it. */
@NullMarked
package dev.commercekit.core.operator;

import org.jspecify.annotations.NullMarked;
