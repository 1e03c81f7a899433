package dev.commercekit.core;

import com.google.common.util.concurrent.ThreadFactoryBuilder;
import dev.commercekit.IdGenerator;
import dev.commercekit.TimeSource;
import dev.commercekit.cart.CartId;
import dev.commercekit.cart.CartStore;
import dev.commercekit.core.assembly.Assembly;
import dev.commercekit.core.assembly.Flows;
import dev.commercekit.core.cart.CartDocuments;
import dev.commercekit.core.cart.CartPlace;
import dev.commercekit.core.cart.CartService;
import dev.commercekit.core.cart.NewStart;
import dev.commercekit.core.cart.StorageCartStore;
import dev.commercekit.core.catalog.CatalogService;
import dev.commercekit.core.checkout.flow.CartClaimTable;
import dev.commercekit.core.commit.CommitLanes;
import dev.commercekit.core.commit.CommitPath;
import dev.commercekit.core.commit.Parking;
import dev.commercekit.core.commit.StorageClock;
import dev.commercekit.core.event.EventTable;
import dev.commercekit.core.event.Inbox;
import dev.commercekit.core.event.ParkedEvents;
import dev.commercekit.core.event.Relay;
import dev.commercekit.core.event.RelayPolicy;
import dev.commercekit.core.event.Subscriptions;
import dev.commercekit.core.housekeeping.Chore;
import dev.commercekit.core.housekeeping.Housekeeper;
import dev.commercekit.core.inventory.InventoryService;
import dev.commercekit.core.key.KeyClaims;
import dev.commercekit.core.operator.Audit;
import dev.commercekit.core.operator.AuditTable;
import dev.commercekit.core.operator.OperatorService;
import dev.commercekit.core.operator.StuckWorkflows;
import dev.commercekit.core.order.OrderRows;
import dev.commercekit.core.order.OrderTable;
import dev.commercekit.core.payment.PaymentEntryTable;
import dev.commercekit.core.payment.PaymentTable;
import dev.commercekit.core.retention.Retention;
import dev.commercekit.core.workflow.WorkflowEngine;
import dev.commercekit.core.workflow.WorkflowOptions;
import dev.commercekit.order.OrderEvent.OrderConfirmed;
import dev.commercekit.payment.PaymentGateway;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.Witness;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.table.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;

/** The composition root: which part gets which. */
final class Wiring {

    private static final int ROUND = 100;
    private static final String RELAY = "relay";
    private static final Duration PRUNING = Duration.ofMinutes(1);
    private static final Duration DOUBT = Duration.ofSeconds(30);

    private final Storage storage;
    private final PaymentGateway gateway;
    private final IdGenerator ids;
    private final CommerceOptions options;
    private final StorageClock clock;
    private final CommitPath commits;
    private final Optional<CartStore> cartStore;
    private volatile Runnable relay = () -> {};

    Wiring(
            Storage storage,
            Optional<CartStore> cartStore,
            PaymentGateway gateway,
            TimeSource time,
            Parking parking,
            IdGenerator ids,
            CommerceOptions options) {
        this.storage = storage;
        this.gateway = gateway;
        this.ids = ids;
        this.options = options;
        this.clock = new StorageClock(storage, time::nanos);
        this.commits = new CommitLanes(storage, clock, time::pause, DOUBT, parking);
        this.cartStore = cartStore;
    }

    Commerce wire(
            Subscriptions hosts,
            boolean manual,
            Optional<ScheduledExecutorService> executor,
            Deque<AutoCloseable> owned) {
        List<Table> tables = tables();
        storage.open(tables);
        CartDocuments documents = new CartDocuments();
        Flows flows = Flows.over(
                gateway,
                options.holdFor(),
                options.gatewayTimeout(),
                options.sendWindow(gateway.replayWindow()),
                new NewStart(CartPlace.of(cartStore), documents, ids),
                options.confirmations());
        WorkflowEngine engine =
                WorkflowEngine.create(storage, commits, clock, ids, WorkflowOptions.DEFAULT, flows.all());
        engine.verifyOpenVersions();
        Assembly assembly = new Assembly(flows, cartStore, documents, options.quoteFor(), options.confirmations(), ids);
        Assembly.Services services = assembly.over(storage, commits, clock, engine, this::committed);
        OperatorService operator = new OperatorService(
                new StuckWorkflows(storage, engine, flows.paying(), ids),
                new ParkedEvents(storage, commits, ids),
                new Audit(storage, ids),
                this::committed);

        Relay relay = new Relay(
                storage,
                commits,
                clock,
                ids,
                OrderRows.EVENTS,
                services.carts().place() == CartPlace.ELSEWHERE
                        ? hosts.on(
                                "commercekit-carts", OrderConfirmed.class, event -> startAnew(services.carts(), event))
                        : hosts,
                RelayPolicy.standard(),
                Runnable::run);
        Retention retention = new Retention(storage, commits, ids, engine.interventions(), flows.paying());
        List<Chore> chores = List.of(
                new Chore("workflows", options.poll(), () -> engine.runDue(ROUND)),
                new Chore("expiry", options.poll(), () -> services.expiry().expireDue(ROUND)),
                new Chore("holds", options.poll(), () -> services.inventory().expireDue(ROUND)),
                new Chore(RELAY, options.poll(), () -> relay.publishDue(ROUND)),
                new Chore("retention", PRUNING, () -> forget(retention)));
        Housekeeper housekeeper = housekeeper(chores, manual, executor);
        this.relay = () -> housekeeper.nudge(RELAY);
        return new Commerce(
                new Commerce.Services(
                        services.catalog(),
                        services.inventory(),
                        services.carts(),
                        services.checkout(),
                        services.orders(),
                        operator,
                        new Joins(storage, assembly, engine, clock::nanos)),
                storage,
                tables,
                housekeeper,
                owned);
    }

    private List<Table> tables() {
        List<Table> tables = new ArrayList<>(CatalogService.TABLES);
        tables.addAll(InventoryService.TABLES);
        tables.addAll(WorkflowEngine.tables());
        tables.addAll(List.of(
                StorageCartStore.TABLE,
                KeyClaims.TABLE,
                CartClaimTable.TABLE,
                OrderTable.TABLE,
                OrderTable.Numbers.TABLE,
                PaymentTable.TABLE,
                PaymentEntryTable.TABLE,
                EventTable.TABLE,
                Inbox.TABLE,
                AuditTable.TABLE,
                Witness.TABLE));
        return tables.stream().distinct().toList();
    }

    private Housekeeper housekeeper(List<Chore> chores, boolean manual, Optional<ScheduledExecutorService> executor) {
        if (manual) {
            return Housekeeper.manual(chores);
        }
        return executor.map(host -> Housekeeper.start(chores, host, options.closeWithin()))
                .orElseGet(() -> Housekeeper.start(chores, daemons(), options.closeWithin()));
    }

    /** Daemons, so that a host that forgets to close the shop can still end. */
    private static ThreadFactory daemons() {
        return new ThreadFactoryBuilder()
                .setDaemon(true)
                .setNameFormat("commercekit-%d")
                .build();
    }

    /** One batch by each rule. */
    private int forget(Retention retention) {
        RetentionPolicy policy = options.retention();
        Instant now = clock.earliest();
        return retention.witnesses(now.minus(policy.witnesses()))
                + retention.workflows(now.minus(policy.workflows()))
                + retention.keys(now.minus(policy.keys()))
                + retention.events(now.minus(policy.events()))
                + retention.inbox(now.minus(policy.events()))
                + policy.guestCarts()
                        .map(time -> retention.guestCarts(now.minus(time)))
                        .orElse(0);
    }

    private void committed() {
        relay.run();
    }

    private void startAnew(CartService carts, OrderConfirmed event) {
        RowKey key = OrderTable.key(event.order());
        storage.get(List.of(key))
                .find(key)
                .ifPresent(row ->
                        carts.startAnew(CartId.of(row.get(OrderTable.CART_ID)), row.get(OrderTable.CART_GENERATION)));
    }
}
