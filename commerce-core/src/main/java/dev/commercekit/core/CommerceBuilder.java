package dev.commercekit.core;

import dev.commercekit.IdGenerator;
import dev.commercekit.Input;
import dev.commercekit.InvalidInputException;
import dev.commercekit.TimeSource;
import dev.commercekit.cart.CartStore;
import dev.commercekit.core.commit.Parking;
import dev.commercekit.core.event.Subscriptions;
import dev.commercekit.core.memory.InMemoryStorage;
import dev.commercekit.core.sandbox.SandboxGateway;
import dev.commercekit.core.subscription.EventEffect;
import dev.commercekit.core.subscription.EventHandler;
import dev.commercekit.order.OrderEvent;
import dev.commercekit.payment.PaymentGateway;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.transaction.Durability;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Wires a shop. Everything has a default that works: storage and carts in memory, a sandbox for payments, the machine's time.
 * What is handed over is closed with the shop, once, in reverse, unless it is {@link Shared}; if {@link #build()} fails nothing
 * is closed. A builder builds one shop. Not thread-safe.
 */
public final class CommerceBuilder {

    private final Deque<AutoCloseable> owned = new ArrayDeque<>();
    private Optional<Storage> storage = Optional.empty();
    private Optional<CartStore> cartStore = Optional.empty();
    private Optional<PaymentGateway> payments = Optional.empty();
    private Optional<IdGenerator> ids = Optional.empty();
    private Optional<ScheduledExecutorService> executor = Optional.empty();
    private TimeSource time = new SystemTime();
    private Parking parking = Parking.ofThreads();
    private Subscriptions subscriptions = Subscriptions.none();
    private CommerceOptions options = CommerceOptions.DEFAULT;
    private boolean manual;
    private boolean built;

    CommerceBuilder() {}

    /** Keeps everything in the given storage, carts too unless they have a store of their own. */
    public CommerceBuilder storage(Storage port) {
        return storage(Shared.of(Input.required(port, "storage"))).owning(port);
    }

    /** Keeps everything in the given storage, which the host goes on to use and to close. */
    public CommerceBuilder storage(Shared<? extends Storage> port) {
        storage = once(storage, Input.required(port, "storage").port(), "storage");
        return this;
    }

    /** Keeps carts in the given store. */
    public CommerceBuilder cartStore(CartStore port) {
        return cartStore(Shared.of(Input.required(port, "cartStore"))).owning(port);
    }

    /** Keeps carts in the given store, which the host goes on to use and to close. */
    public CommerceBuilder cartStore(Shared<? extends CartStore> port) {
        cartStore = once(cartStore, Input.required(port, "cartStore").port(), "cartStore");
        return this;
    }

    /** Takes payments by the given gateway, which is closed with the shop if it can be closed. */
    public CommerceBuilder payments(PaymentGateway port) {
        return payments(Shared.of(Input.required(port, "payments"))).owning(port);
    }

    /** Takes payments by the given gateway, which the host goes on to use and to close. */
    public CommerceBuilder payments(Shared<? extends PaymentGateway> port) {
        payments = once(payments, Input.required(port, "payments").port(), "payments");
        return this;
    }

    /**
     * Lives in the given time; the default is the machine's. Leases and timers use the storage's own clock. An
     * {@link #executor} has its own time as well, so a test that moves the time itself works {@link #manual by hand}.
     */
    public CommerceBuilder time(TimeSource source) {
        time = Input.required(source, "time");
        return this;
    }

    /** Lets callers wait for their turn to commit in the given way. */
    CommerceBuilder parking(Parking way) {
        parking = way;
        return this;
    }

    /** Makes ids by the given generator. */
    public CommerceBuilder ids(IdGenerator generator) {
        ids = once(ids, generator, "ids");
        return this;
    }

    /** Does background work on an executor of the host, which the host closes; by default on a few threads of the shop's own. */
    public CommerceBuilder executor(ScheduledExecutorService host) {
        executor = once(executor, host, "executor");
        return this;
    }

    /** Does no work in the background: all of it waits for {@link Commerce#housekeep()}. For tests and for hosts with timers. */
    public CommerceBuilder manual() {
        manual = true;
        return this;
    }

    /** Holds stock for a payment that is not settled for so long, by default 30 minutes; then the order expires. */
    public CommerceBuilder holdFor(Duration time) {
        options = options.holdFor(time);
        return this;
    }

    /** Lets quotes be accepted for so long, by default 15 minutes. */
    public CommerceBuilder quoteFor(Duration time) {
        options = options.quoteFor(time);
        return this;
    }

    /**
     * Says how long one call to the gateway may take, by default 30 seconds; the gateway's own time-outs must be shorter. When
     * it is over, another instance may take the checkout over and ask again with the same key.
     */
    public CommerceBuilder gatewayTimeout(Duration time) {
        options = options.gatewayTimeout(time);
        return this;
    }

    /** Looks for due work that often, by default every half second. */
    public CommerceBuilder pollEvery(Duration time) {
        options = options.poll(time);
        return this;
    }

    /**
     * Says how well the commit must be kept that confirms an order, or declines it; the default is {@link Durability#STRICT}: what
     * the buyer is told survives whatever the storage survives.
     *
     * <p>{@link Durability#RELAXED} does not await the disk for it, where the storage knows the difference (PostgreSQL does). Should
     * the database crash within a moment (PostgreSQL: three times its {@code wal_writer_delay}, 600 milliseconds), the order
     * stands at its payment again: {@code find} and {@code complete} say that it is pending, the gateway is asked again under the
     * same key, and the answer that the buyer saw comes back by itself. Money is moved once, and nothing is sold twice. Events are
     * handed over only once they are durable, so a mail that waits for {@link dev.commercekit.order.OrderEvent.OrderConfirmed} says
     * nothing that may be undone; what a host does by the answer alone may. An order whose time is over, and one that is to be
     * cancelled, is first settled at the gateway.
     *
     * <p>It applies while the gateway remembers the key for more than another hour, so it changes nothing with a gateway whose
     * replay window is that short. All shops on one storage must ask for the same.
     */
    public CommerceBuilder confirmations(Durability durability) {
        options = options.confirmations(Input.required(durability, "confirmations"));
        return this;
    }

    /** Forgets what nobody needs any more by the given policy; see {@link RetentionPolicy#DEFAULT}. */
    public CommerceBuilder retention(RetentionPolicy policy) {
        options = options.retention(Input.required(policy, "retention"));
        return this;
    }

    /**
     * Calls a handler for every event of a kind, at least once, in order for each order. All shops on one storage need the same
     * subscriptions, since any of them may be the one that hands an event over.
     *
     * @param consumer the handler's name, which is stored with what it has had; 1 to 64 printable ASCII characters
     */
    public <E extends OrderEvent> CommerceBuilder on(String consumer, Class<E> type, EventHandler<? super E> handler) {
        subscriptions = subscriptions.on(consumer, Input.required(type, "type"), Input.required(handler, "handler"));
        return this;
    }

    /** Commits the writes of an effect exactly once for every event of a kind, in order for each order. */
    public <E extends OrderEvent> CommerceBuilder apply(String consumer, Class<E> type, EventEffect<? super E> effect) {
        subscriptions = subscriptions.apply(consumer, Input.required(type, "type"), Input.required(effect, "effect"));
        return this;
    }

    /**
     * Opens the shop's tables, demands that everything that is open in the storage can be gone on with, and starts the
     * background work.
     *
     * @throws InvalidInputException if what was asked for contradicts itself
     * @throws dev.commercekit.workflow.UnreadableWorkflowException if the storage holds open work of a version that this
     *     library cannot read
     */
    public Commerce build() {
        Input.that(!built, "builder", "must be used once");
        Input.that(!(manual && executor.isPresent()), "executor", "must not be given to a shop that works by hand");
        Input.that(executor.filter(ExecutorService::isShutdown).isEmpty(), "executor", "must not be shut down");
        Storage chosen = storage.orElseGet(() -> {
            Storage memory = InMemoryStorage.create(time);
            owned.push(memory);
            return memory;
        });
        Wiring wiring = new Wiring(
                chosen,
                cartStore,
                payments.orElseGet(() -> SandboxGateway.at(time)),
                time,
                parking,
                ids.orElseGet(() -> new RandomIds(time)),
                options);
        Commerce commerce = wiring.wire(subscriptions, manual, executor, owned);
        built = true;
        return commerce;
    }

    /** What is given as two things is closed once. */
    private CommerceBuilder owning(Object port) {
        if (port instanceof AutoCloseable closeable && owned.stream().noneMatch(other -> other == closeable)) {
            owned.push(closeable);
        }
        return this;
    }

    private static <T> Optional<T> once(Optional<T> before, T value, String field) {
        Input.that(before.isEmpty(), field, "must be given once");
        return Optional.of(Input.required(value, field));
    }
}
