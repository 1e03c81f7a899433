/** What an author supplies to the contracts that need a whole shop. */
@NullMarked
package dev.commercekit.testkit.shop;

import org.jspecify.annotations.NullMarked;
