package dev.commercekit.cart;

import dev.commercekit.InvalidInputException;
import dev.commercekit.NotFoundException;
import dev.commercekit.account.Buyer;
import dev.commercekit.account.PermissionDeniedException;
import dev.commercekit.catalog.Sku;
import java.util.Collection;
import java.util.Currency;
import java.util.Optional;

/**
 * The carts. Commands set values under ids that the caller gives, so they may be repeated. Two callers who change one cart at
 * once both succeed: each change is merged into what stands there. Thread-safe.
 *
 * <p>A cart whose checkout is confirmed starts anew, empty, with a new generation; what was put into it while the payment was under
 * way goes with what was bought.
 *
 * <p>A command on a cart that does not exist is a {@link NotFoundException}; one for a buyer for whom the principal may not act
 * is a {@link PermissionDeniedException}.
 */
public interface Carts {

    /** Opens an empty cart under a new id. */
    Cart open(Buyer buyer, Currency currency);

    /**
     * Opens an empty cart under the given id, or returns the one that stands there.
     *
     * @throws InvalidInputException if the cart that stands there is another buyer's or in another currency
     */
    Cart open(CartId id, Buyer buyer, Currency currency);

    /** Returns the cart with the given id; the principal must be allowed to act for its buyer. */
    Optional<Cart> find(CartId id);

    /**
     * Sets how many units of a SKU are in the cart, in the line whose id is the text of the SKU; 0 takes the line out. A line
     * that is there keeps its attributes and its agreed price.
     *
     * @throws NotFoundException if the catalog does not have the SKU
     */
    Cart setQuantity(CartId id, Sku sku, long quantity);

    /**
     * Puts a line, in place of the one with the same id.
     *
     * @throws NotFoundException if the catalog does not have the SKU
     * @throws InvalidInputException if the cart would have too many lines, or the agreed price is in another currency
     * @throws PermissionDeniedException if the line has an agreed price and the principal lacks {@code SET_PRICES}
     */
    Cart put(CartId id, CartLine line);

    /** Puts several lines in one change, as {@link #put(CartId, CartLine)} does: all of them or none. */
    Cart put(CartId id, Collection<CartLine> lines);

    /** Takes a line out; one that is not there is no error. */
    Cart remove(CartId id, LineId line);

    /** Takes all lines out. The cart starts anew, with a new generation. */
    Cart clear(CartId id);
}
