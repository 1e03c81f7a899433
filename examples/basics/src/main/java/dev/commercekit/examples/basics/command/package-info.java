/** What every demo shares: its options, its verdict, and how both meet the command line. */
@NullMarked
package dev.commercekit.examples.basics.command;

import org.jspecify.annotations.NullMarked;
