/** Processes that are started to be killed. */
@NullMarked
package dev.commercekit.reliability.process;

import org.jspecify.annotations.NullMarked;
