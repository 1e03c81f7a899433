/** The oracle: checks what must always hold of a shop from outside, by its tables and the gateway's own ledger. */
@NullMarked
package dev.commercekit.testkit.oracle;

import org.jspecify.annotations.NullMarked;
