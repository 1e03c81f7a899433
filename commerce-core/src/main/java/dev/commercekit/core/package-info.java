/** Where an application starts. */
@NullMarked
package dev.commercekit.core;

import org.jspecify.annotations.NullMarked;
