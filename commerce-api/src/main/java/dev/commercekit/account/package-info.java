/** Who acts and who buys: principals with permissions, buyers, and the personal data of a purchase. */
@NullMarked
package dev.commercekit.account;

import org.jspecify.annotations.NullMarked;
