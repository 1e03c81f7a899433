/** Every point at which a process can be killed, on SQL. */
@NullMarked
package dev.commercekit.reliability.points;

import org.jspecify.annotations.NullMarked;
