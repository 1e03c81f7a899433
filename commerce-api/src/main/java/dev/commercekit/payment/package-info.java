/**
 * Payments: the port to a payment gateway, what it can answer, and the ledger of one payment. An answer that was lost is
 * {@link dev.commercekit.payment.PaymentOutcome.Unknown}, never a failure. A card number is refused wherever one could be entered:
 * as a token and in free text.
 */
@NullMarked
package dev.commercekit.payment;

import org.jspecify.annotations.NullMarked;
