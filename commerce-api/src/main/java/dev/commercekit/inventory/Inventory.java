package dev.commercekit.inventory;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.KeyReusedException;
import dev.commercekit.NotFoundException;
import dev.commercekit.Page;
import dev.commercekit.PageRequest;
import dev.commercekit.catalog.Sku;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;

/**
 * The stock. Every command claims its idempotency key in its own commit: repeated, it answers as the first time; the same key
 * with another request is a {@link KeyReusedException}. A SKU need not be in the catalog. Thread-safe.
 *
 * <p>All but {@code level} needs the permission {@code MANAGE_STOCK}: movements and holds name the orders of others. Without it a
 * {@code PermissionDeniedException} is thrown. Quantities
 * are refused above {@value StockLine#MAX_QUANTITY}. Of a SKU that is not tracked nothing is counted: receipts and adjustments
 * are answered and change nothing, and holds of it always succeed.
 */
public interface Inventory {

    /** Says whether the stock of a SKU is counted. It may be repeated; units that are held keep the policy of their time. */
    void setPolicy(Sku sku, StockPolicy policy);

    /** Adds units that came in. */
    StockLevel receive(Sku sku, long quantity, IdempotencyKey key);

    /**
     * Corrects the count by a positive or negative number of units, for a reason of up to 200 characters.
     *
     * @throws InsufficientStockException if more would go than are available; nothing was changed
     */
    StockLevel adjust(Sku sku, long delta, String reason, IdempotencyKey key);

    /** Returns the level of a SKU; of one that was never seen it is zero and tracked. */
    StockLevel level(Sku sku);

    /** Returns the entries of a SKU's ledger, the oldest first; entries of the same moment come in any order. */
    Page<Movement> movements(Sku sku, PageRequest page);

    /**
     * Sets units aside for all lines or for none, and for at most the given time, 1 second to 30 days. The lines, at most 1,200,
     * are summed for each SKU first. The key claims the answer as well: out of stock stays out of stock for it, even after a
     * restock. An id that names another hold is an {@code InvalidInputException}.
     */
    HoldResult hold(HoldId id, Collection<StockLine> lines, Duration expiresAfter, IdempotencyKey key);

    /**
     * Turns a hold into a sale.
     *
     * @throws NotFoundException if there is no such hold
     * @throws HoldSettledException if it was released before, or belongs to an order
     */
    Hold confirm(HoldId id, IdempotencyKey key);

    /**
     * Gives held units back.
     *
     * @throws NotFoundException if there is no such hold
     * @throws HoldSettledException if it was sold before, or belongs to an order
     */
    Hold release(HoldId id, IdempotencyKey key);

    /** Returns the hold with the given id. */
    Optional<Hold> find(HoldId id);
}
