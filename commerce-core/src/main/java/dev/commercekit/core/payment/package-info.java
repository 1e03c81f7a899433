/** The payment of an order: its ledger with enforced inequalities, and the calls to the gateway. */
@NullMarked
package dev.commercekit.core.payment;

import org.jspecify.annotations.NullMarked;
