/** The wire form of the values of the API. */
@NullMarked
package dev.commercekit.json;

import org.jspecify.annotations.NullMarked;
