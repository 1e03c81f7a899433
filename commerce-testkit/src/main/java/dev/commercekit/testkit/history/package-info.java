/** What contending callers were told, and whether it can be true. */
@NullMarked
package dev.commercekit.testkit.history;

import org.jspecify.annotations.NullMarked;
