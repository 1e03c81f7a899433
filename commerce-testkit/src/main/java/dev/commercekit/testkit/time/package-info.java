/** Time that passes when a test says so. */
@NullMarked
package dev.commercekit.testkit.time;

import org.jspecify.annotations.NullMarked;
