/** The catalog: its tables and the service over them. */
@NullMarked
package dev.commercekit.core.catalog;

import org.jspecify.annotations.NullMarked;
