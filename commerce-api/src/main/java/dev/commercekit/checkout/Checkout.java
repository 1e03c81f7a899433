package dev.commercekit.checkout;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.InvalidInputException;
import dev.commercekit.KeyReusedException;
import dev.commercekit.NotFoundException;
import dev.commercekit.account.Address;
import dev.commercekit.account.Buyer;
import dev.commercekit.account.PermissionDeniedException;
import dev.commercekit.cart.CartId;
import dev.commercekit.payment.PaymentNotification;
import dev.commercekit.pricing.Quote;
import java.util.Optional;

/**
 * The checkout. However often, from wherever and at whatever moment it is called, killed and called again: one key has one
 * answer, one cart becomes at most one live order, no buyer is charged twice, and nothing is sold that is not there.
 * Thread-safe.
 *
 * <p>A checkout for a buyer for whom the principal may not act is a {@link PermissionDeniedException}.
 */
public interface Checkout {

    /**
     * Prices a cart as of now, with each line's total rounded half up, for goods that are sent to the given address.
     *
     * @throws NotFoundException if there is no such cart, or the catalog no longer has a SKU in it
     * @throws InvalidInputException if the cart is empty, or something in it has no price in the cart's currency
     */
    Quote quote(CartId cart, Address shipTo);

    /** Prices a cart as of now, as {@link #quote(CartId, Address)} does, for goods that are not sent anywhere. */
    Quote quote(CartId cart);

    /**
     * Buys what is in a cart. Called again with the same key it answers as before; while the answer is not final it also asks
     * the gateway again where that is due.
     *
     * @throws NotFoundException if there is no such cart, or the catalog no longer has a SKU in it
     * @throws InvalidInputException if the cart is empty; nothing is claimed then
     * @throws KeyReusedException if the buyer used the key for another request
     */
    CheckoutResult complete(CheckoutRequest request);

    /** Returns where the checkout stands that the buyer asked for under the given key, without driving it. */
    Optional<CheckoutResult> find(Buyer buyer, IdempotencyKey key);

    /**
     * Takes in what a gateway tells about a payment of an order: of a checkout, a capture, a refund or a cancellation. It may
     * come before the answer to the request itself, twice, late or out of order. Needs the permission {@code MANAGE_ORDERS}.
     *
     * @throws NotFoundException if no request with the notification's key was ever made
     */
    void settle(PaymentNotification notification);
}
