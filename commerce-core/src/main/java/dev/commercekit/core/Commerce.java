package dev.commercekit.core;

import dev.commercekit.Input;
import dev.commercekit.account.Principal;
import dev.commercekit.cart.Carts;
import dev.commercekit.catalog.Catalog;
import dev.commercekit.checkout.Checkout;
import dev.commercekit.core.housekeeping.Housekeeper;
import dev.commercekit.inventory.Inventory;
import dev.commercekit.operator.Operator;
import dev.commercekit.order.Orders;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.table.Table;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A shop inside the host application. Its services act on behalf of the host, which may do everything; {@link #as} gives those
 * of somebody else. Any number of shops, in any number of processes, may share one storage. Thread-safe.
 *
 * <pre>{@code
 * try (Commerce shop = Commerce.builder().build()) {
 *     shop.catalog().put(Product.of(sku, "Candle holder", Money.of("2.55", "GBP")));
 * }
 * }</pre>
 */
public final class Commerce implements Shop, AutoCloseable {

    private final Services services;
    private final Storage storage;
    private final List<Table> tables;
    private final Housekeeper housekeeper;
    private final Deque<AutoCloseable> owned;
    private final AtomicBoolean closed = new AtomicBoolean();

    Commerce(
            Services services,
            Storage storage,
            List<Table> tables,
            Housekeeper housekeeper,
            Deque<AutoCloseable> owned) {
        this.services = services;
        this.storage = storage;
        this.tables = List.copyOf(tables);
        this.housekeeper = housekeeper;
        this.owned = owned;
    }

    /** Returns a builder in which everything has a default. */
    public static CommerceBuilder builder() {
        return new CommerceBuilder();
    }

    @Override
    public Catalog catalog() {
        return services.catalog();
    }

    @Override
    public Inventory inventory() {
        return services.inventory();
    }

    @Override
    public Carts carts() {
        return services.carts();
    }

    @Override
    public Checkout checkout() {
        return services.checkout();
    }

    @Override
    public Orders orders() {
        return services.orders();
    }

    @Override
    public Operator operator() {
        return services.operator();
    }

    @Override
    public JoinedShop in(Object transaction) {
        return services.joins().join(transaction);
    }

    /** Returns the services as the given principal may use them. */
    public Shop as(Principal principal) {
        return PrincipalView.of(this, Input.required(principal, "principal"));
    }

    /** Returns the tables in which the shop keeps everything, for reports and for checks from outside. */
    public List<Table> tables() {
        return tables;
    }

    /** Returns the storage in which the tables are. */
    public Storage storage() {
        return storage;
    }

    /**
     * Does all background work that is due now, on the calling thread: recovers checkouts, lets orders and holds expire, hands
     * events over, forgets what is old.
     *
     * @return how much was done; 0 if nothing was due
     */
    public int housekeep() {
        return housekeeper.runOnce();
    }

    /**
     * Ends the background work, in bounded time, and closes what the builder was given, in reverse. What is under way stays
     * durable: the next shop on the same storage goes on with it. A second call does nothing.
     *
     * @throws IllegalStateException if something that is closed fails to; the rest is closed all the same
     */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        housekeeper.close();
        IllegalStateException failure = new IllegalStateException("not everything could be closed");
        owned.forEach(port -> {
            try {
                port.close();
            } catch (Exception cause) {
                failure.addSuppressed(cause);
            }
        });
        if (failure.getSuppressed().length > 0) {
            throw failure;
        }
    }

    record Services(
            Catalog catalog,
            Inventory inventory,
            Carts carts,
            Checkout checkout,
            Orders orders,
            Operator operator,
            Joins joins) {}
}
