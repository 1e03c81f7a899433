package dev.commercekit.order;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.KeyReusedException;
import dev.commercekit.NotFoundException;
import dev.commercekit.Page;
import dev.commercekit.PageRequest;
import dev.commercekit.account.CustomerId;
import dev.commercekit.account.PermissionDeniedException;
import java.util.List;
import java.util.Optional;

/**
 * The orders. Each command claims its idempotency key in its own commit: repeated, it answers as the first time; the same key
 * with another request is a {@link KeyReusedException}, where keys are told apart by the command and the order's buyer. An order
 * that does not exist is a {@link NotFoundException}, a line that is not the order's an {@code InvalidInputException}, and one
 * whose money another command is moving an {@link OrderBusyException}, after which the same call may be made again.
 * Thread-safe.
 *
 * <p>Buyers may find and cancel their own orders; {@code ship} and {@code takeBack} need the permission {@code MANAGE_ORDERS}.
 * Otherwise a {@link PermissionDeniedException} is thrown.
 */
public interface Orders {

    /** Returns the order with the given id. */
    Optional<Order> find(OrderId id);

    /** Returns the order with the given number. */
    Optional<Order> find(OrderNumber number);

    /** Returns the orders of a customer, the newest first. */
    Page<Order> ofCustomer(CustomerId customer, PageRequest page);

    /**
     * Returns everything that happened to an order, in order. Of an order that is open nothing is missing; of one that was shipped
     * or cancelled the events may be forgotten after a time that the host chooses, all at once.
     */
    List<OrderEvent> timeline(OrderId id);

    /**
     * Cancels an order from which nothing was sent: money is settled at the gateway and given back, then stock is released.
     *
     * @param reason why, up to 200 characters
     */
    CancelResult cancel(OrderId id, String reason, IdempotencyKey key);

    /** Sends goods and takes their money, if it was not taken before. */
    ShipResult ship(ShipRequest request);

    /** Takes goods back and gives their money back. */
    ReturnResult takeBack(ReturnRequest request);
}
