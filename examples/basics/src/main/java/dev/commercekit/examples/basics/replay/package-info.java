/** A real shop's invoices, run through the services: what each line of a file means, and what must come of it. */
@NullMarked
package dev.commercekit.examples.basics.replay;

import org.jspecify.annotations.NullMarked;
