/** A gateway in a process of its own, with an account for each of many shops. */
@NullMarked
package dev.commercekit.reliability.gateway;

import org.jspecify.annotations.NullMarked;
