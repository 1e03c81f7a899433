/** The workflows and services of a shop, put together over one way to its storage or another. */
@NullMarked
package dev.commercekit.core.assembly;

import org.jspecify.annotations.NullMarked;
