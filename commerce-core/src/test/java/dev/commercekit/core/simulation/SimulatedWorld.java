package dev.commercekit.core.simulation;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.NotFoundException;
import dev.commercekit.catalog.Product;
import dev.commercekit.catalog.Sku;
import dev.commercekit.core.Commerce;
import dev.commercekit.core.CommerceBuilder;
import dev.commercekit.core.Shared;
import dev.commercekit.core.SimulatedParking;
import dev.commercekit.core.given.GivenStorage;
import dev.commercekit.core.sandbox.SandboxGateway;
import dev.commercekit.core.sandbox.SandboxOptions;
import dev.commercekit.core.simulation.chance.Fault;
import dev.commercekit.core.simulation.chance.LateMessages;
import dev.commercekit.core.simulation.chance.Luck;
import dev.commercekit.core.simulation.chance.SeededIds;
import dev.commercekit.core.simulation.chance.Temper;
import dev.commercekit.core.simulation.chance.Trace;
import dev.commercekit.core.simulation.network.NodeTime;
import dev.commercekit.core.simulation.network.Received;
import dev.commercekit.core.simulation.network.SimulatedCarts;
import dev.commercekit.core.simulation.network.SimulatedGateway;
import dev.commercekit.core.simulation.network.SimulatedPost;
import dev.commercekit.core.simulation.network.SimulatedStorage;
import dev.commercekit.core.simulation.schedule.CooperativeThreads;
import dev.commercekit.money.Money;
import dev.commercekit.payment.PaymentLedger;
import dev.commercekit.payment.PaymentOutcome;
import dev.commercekit.payment.QueryableGateway;
import dev.commercekit.storage.Storage;
import dev.commercekit.testkit.oracle.ShopOracle;
import dev.commercekit.testkit.time.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;

/** What outlives every process: storage, carts, the gateway, what is under way between them, and time. */
final class SimulatedWorld {

    static final List<Sku> SKUS = List.of(Sku.of("85123A"), Sku.of("71053"), Sku.of("22423"));

    private static final List<String> PRICES = List.of("2.55", "3.33", "0.01");
    private static final Duration LONGEST_STEP_BACK = Duration.ofMinutes(10);

    final ManualClock clock = ManualClock.at("2026-01-05T09:00:00Z");
    final Trace trace = new Trace(clock);
    final Luck luck;
    final CooperativeThreads threads;
    final Storage memory = GivenStorage.at(this::storageTime);
    final SandboxGateway sandbox;
    final SimulatedGateway gateway;
    final SimulatedPost post;
    final SimulatedConsumers consumers;
    final SimulatedCarts carts;
    final LateMessages late;
    final Received received;
    final SeededIds ids;
    final Commerce auditor;
    private final Storage network;
    private Duration storageOffset = Duration.ZERO;

    SimulatedWorld(long seed, BiConsumer<String, String> violation) {
        Temper temper = Temper.of(seed);
        Random random = new Random(seed);
        luck = new Luck(random, temper, trace);
        threads = new CooperativeThreads(random, clock, temper.switching());
        trace.of(threads);
        ids = new SeededIds(seed);
        late = new LateMessages(luck, trace);
        received = new Received(threads);
        post = new SimulatedPost(luck);
        sandbox = SandboxGateway.with(SandboxOptions.at(clock).replayingFor(temper.replayWindow()));
        sandbox.onNotification(notification -> {
            if (!SimulatedOperator.made(notification.key())) {
                post.send(notification);
            }
        });
        gateway = new SimulatedGateway(sandbox, threads, clock, luck, late, received, trace);
        network = new SimulatedStorage(memory, threads, luck, late, received, trace);
        carts = new SimulatedCarts(threads, luck, trace);
        consumers = new SimulatedConsumers(threads, luck, memory, violation);
        auditor = on(memory, sandbox).time(clock).build();
        for (int i = 0; i < SKUS.size(); i++) {
            auditor.catalog().put(Product.of(SKUS.get(i), "Thing " + i, Money.of(PRICES.get(i), SimulatedPeople.GBP)));
            auditor.inventory().receive(SKUS.get(i), 4, IdempotencyKey.of("first-" + i));
        }
    }

    /** Starts a shop in a process of its own. */
    Commerce shop() {
        Duration wrong = luck.hit(Fault.NODE_CLOCK_WRONG)
                ? luck.upTo(Duration.ofHours(4)).minusHours(2)
                : Duration.ZERO;
        CommerceBuilder builder = on(network, gateway).time(new NodeTime(threads, clock, wrong));
        return SimulatedParking.in(consumers.subscribe(builder), threads).build();
    }

    private CommerceBuilder on(Storage storage, QueryableGateway payments) {
        CommerceBuilder builder = Commerce.builder()
                .storage(Shared.of(storage))
                .payments(Shared.of(payments))
                .ids(ids)
                .manual();
        return luck.temper().ownCarts() ? builder.cartStore(Shared.of(carts)) : builder;
    }

    ShopOracle oracle() {
        return new ShopOracle(memory, auditor.tables(), sandbox, auditor.orders());
    }

    /** Lets time pass for everybody. */
    void pass(Duration time) {
        late.passing(time);
        clock.advance(time);
        sandbox.tick();
    }

    /** Sets the clock of the storage back, or forth, by less than the margin of a key's window. */
    void stepStorageClock() {
        Duration margin = luck.temper().replayWindow().dividedBy(25);
        Duration longest = margin.compareTo(LONGEST_STEP_BACK) < 0 ? margin : LONGEST_STEP_BACK;
        Duration offset = luck.upTo(longest.multipliedBy(2)).minus(longest);
        if (offset.compareTo(storageOffset) < 0) {
            luck.happened(Fault.STORAGE_CLOCK_BACK);
        }
        trace.add("the clock of the storage is off by " + offset);
        storageOffset = offset;
    }

    /** Lets a buyer or the gateway do what an open payment waits for. */
    void decide(IdempotencyKey open) {
        PaymentOutcome outcome;
        try {
            outcome = switch (luck.random().nextInt(3)) {
                case 0 -> sandbox.completeAction(open);
                case 1 -> sandbox.failAction(open);
                default -> sandbox.release(open);
            };
        } catch (NotFoundException otherKind) {
            outcome = decideOther(open);
        }
        trace.add("decides " + open + " " + outcome.getClass().getSimpleName());
        if (outcome instanceof PaymentOutcome.Approved approved && gateway.cancelled(approved.reference())) {
            luck.happened(Fault.EXECUTED_AFTER_CANCEL);
        }
    }

    /** Lets the gateway tell once more what became of a request that it remembers. */
    void notifyAgain(PaymentLedger.Entry entry) {
        try {
            sandbox.notifyAgain(entry.key());
        } catch (NotFoundException forgotten) {
            trace.add("the gateway has forgotten " + entry.key());
        }
    }

    private PaymentOutcome decideOther(IdempotencyKey open) {
        try {
            return sandbox.release(open);
        } catch (NotFoundException waitsForBuyer) {
            return sandbox.completeAction(open);
        }
    }

    List<IdempotencyKey> open() {
        return new ArrayList<>(sandbox.open());
    }

    private Instant storageTime() {
        return clock.instant().plus(storageOffset);
    }
}
