/** What happened to orders: the table of events, their relay to local handlers, and the inbox that keeps consumers from repeating. */
@NullMarked
package dev.commercekit.core.event;

import org.jspecify.annotations.NullMarked;
