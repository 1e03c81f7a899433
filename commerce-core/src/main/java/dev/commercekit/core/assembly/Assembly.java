package dev.commercekit.core.assembly;

import dev.commercekit.IdGenerator;
import dev.commercekit.cart.CartStore;
import dev.commercekit.core.cart.CartDocuments;
import dev.commercekit.core.cart.CartPlace;
import dev.commercekit.core.cart.CartService;
import dev.commercekit.core.cart.StorageCartStore;
import dev.commercekit.core.catalog.CatalogService;
import dev.commercekit.core.checkout.CheckoutAnswers;
import dev.commercekit.core.checkout.CheckoutService;
import dev.commercekit.core.checkout.CheckoutStart;
import dev.commercekit.core.checkout.OrderExpiry;
import dev.commercekit.core.checkout.PaymentNotices;
import dev.commercekit.core.commit.CommitPath;
import dev.commercekit.core.commit.StorageClock;
import dev.commercekit.core.inventory.InventoryService;
import dev.commercekit.core.key.CommandRunner;
import dev.commercekit.core.order.operation.OrderService;
import dev.commercekit.core.pricing.Quotes;
import dev.commercekit.core.workflow.WorkflowEngine;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.transaction.Durability;
import java.time.Duration;
import java.util.Optional;

/** Puts the services of a shop together. What they remember of the storage is their own, so that one assembly leaves nothing to another. */
public final class Assembly {

    private final Flows flows;
    private final Optional<CartStore> cartStore;
    private final CartDocuments documents;
    private final Duration quoteFor;
    private final Durability confirmations;
    private final IdGenerator ids;

    /**
     * Creates it.
     *
     * @param flows the workflows
     * @param cartStore where the host keeps carts, if not in the storage
     * @param documents what carts are stored as
     * @param quoteFor how long a quote holds
     * @param confirmations how well the commits are kept that settle the payments of checkouts
     * @param ids names things
     */
    public Assembly(
            Flows flows,
            Optional<CartStore> cartStore,
            CartDocuments documents,
            Duration quoteFor,
            Durability confirmations,
            IdGenerator ids) {
        this.flows = flows;
        this.cartStore = cartStore;
        this.documents = documents;
        this.quoteFor = quoteFor;
        this.confirmations = confirmations;
        this.ids = ids;
    }

    /**
     * Puts the services together over a way to the storage.
     *
     * @param storage where they read
     * @param commits where they commit
     * @param clock what is known of the storage's time
     * @param engine runs the workflows over the same storage
     * @param committed runs whenever there may be new events
     */
    public Services over(
            Storage storage, CommitPath commits, StorageClock clock, WorkflowEngine engine, Runnable committed) {
        CatalogService catalog = new CatalogService(storage, new CommandRunner(storage, commits, ids));
        CartService carts = new CartService(
                CartPlace.of(cartStore),
                cartStore.orElseGet(() -> new StorageCartStore(storage, commits, ids)),
                documents,
                skus -> catalog.findAll(skus).keySet(),
                ids);
        OrderExpiry expiry = new OrderExpiry(storage, commits, engine, flows.checkout(), confirmations, ids);
        CheckoutService checkout = new CheckoutService(
                storage,
                carts,
                catalog,
                new Quotes(storage, catalog, quoteFor),
                new CheckoutStart(engine, flows.checkout(), ids),
                new CheckoutAnswers(storage, commits, engine, flows.checkout(), ids),
                new PaymentNotices(engine, flows.all(), flows.checkout(), flows.stray()),
                committed);
        OrderService orders = new OrderService(
                storage,
                flows.commands().with(engine, storage, commits, ids, expiry::settledFirst, expiry::wake),
                committed);
        return new Services(catalog, new InventoryService(storage, commits, ids), carts, expiry, checkout, orders);
    }

    /** The services over one way to the storage. */
    public record Services(
            CatalogService catalog,
            InventoryService inventory,
            CartService carts,
            OrderExpiry expiry,
            CheckoutService checkout,
            OrderService orders) {}
}
