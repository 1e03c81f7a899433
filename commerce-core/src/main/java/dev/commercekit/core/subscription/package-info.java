/** How an application takes part in what happens to orders. */
@NullMarked
package dev.commercekit.core.subscription;

import org.jspecify.annotations.NullMarked;
