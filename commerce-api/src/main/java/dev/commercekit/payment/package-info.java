/**
 * Payments: the port to a payment gateway, what it can answer, and the ledger of one payment. An answer that was lost is
 * {@link dev.commercekit.payment.PaymentOutcome.Unknown}, never a failure. No type here can hold a card number.
 */
@NullMarked
package dev.commercekit.payment;

import org.jspecify.annotations.NullMarked;
