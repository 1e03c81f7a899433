package dev.commercekit.core;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.inventory.Inventory;
import dev.commercekit.order.CancelResult;
import dev.commercekit.order.Order;
import dev.commercekit.order.OrderId;
import java.util.Optional;

/**
 * What a shop can do inside of a transaction of its host. Everything is read and written there: others see it once the host has
 * committed, together with the host's own rows, and if the host rolls back it never was, idempotency keys included. Nobody is
 * called from here, least of all the gateway: what is to be asked of it any instance of the shop asks in its background work, as
 * soon as it sees the committed transaction.
 *
 * <p>A command ends with a {@link dev.commercekit.storage.transaction.TransactionConflictException} where a concurrent
 * transaction is in the way: a row is held for too long, or a key is being claimed. The host then rolls back and does all of it
 * again. Its transaction stays usable; but a command may write more than once, so whoever wants to go on from before it rolls back
 * to a savepoint of their own. What others have committed meanwhile is no conflict: the command decides by it.
 *
 * <p>Of use for as long as the transaction, and for one thread at a time. Keep the transaction short: it holds the rows of
 * the stock that it takes, and other buyers wait for them.
 *
 * <pre>{@code
 * connection.setAutoCommit(false);
 * insertInvoice(connection, invoice);
 * CheckoutResult result = shop.in(connection).place(request);
 * if (result instanceof CheckoutResult.Pending) {
 *     connection.commit();
 * } else {
 *     connection.rollback();
 * }
 * }</pre>
 */
public interface JoinedShop {

    /**
     * Places an order for what is in a cart, with its stock held and its payment still to be asked for. It does what {@link
     * dev.commercekit.checkout.Checkout#complete} does up to the gateway, and answers alike: {@link CheckoutResult.Pending} for a
     * new order, {@link CheckoutResult.OutOfStock} and {@link CheckoutResult.QuoteChanged} where there is none, and for a key that
     * was used before what is known of its order by now. {@code complete} or {@code find} with the same key tells the rest once the
     * host has committed.
     *
     * <p>Should the host roll back because the goods were out of stock, the key is as good as new.
     */
    CheckoutResult place(CheckoutRequest request);

    /**
     * Cancels an order from which nothing was sent, as {@link dev.commercekit.order.Orders#cancel} does; an order that is placed or
     * confirmed is {@link CancelResult.Pending}, since the gateway is asked for its money once the host has committed.
     *
     * @param reason why, up to 200 characters
     */
    CancelResult cancel(OrderId order, String reason, IdempotencyKey key);

    /** Returns an order as the transaction sees it. */
    Optional<Order> find(OrderId order);

    /** Returns the stock as the transaction sees it, with all that can be done to it. */
    Inventory inventory();
}
