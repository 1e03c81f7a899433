package dev.commercekit.core.shop;

import static dev.commercekit.core.shop.TestShop.GBP;
import static dev.commercekit.core.shop.TestShop.key;
import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.NotFoundException;
import dev.commercekit.catalog.Product;
import dev.commercekit.catalog.Sku;
import dev.commercekit.core.Commerce;
import dev.commercekit.core.Shared;
import dev.commercekit.core.Shop;
import dev.commercekit.core.memory.InMemoryStorage;
import dev.commercekit.core.sandbox.SandboxGateway;
import dev.commercekit.money.Money;
import dev.commercekit.order.OrderEvent;
import dev.commercekit.order.OrderId;
import dev.commercekit.payment.PaymentNotification;
import dev.commercekit.storage.InDoubtException;
import dev.commercekit.storage.StorageException;
import dev.commercekit.testkit.oracle.ShopOracle;
import dev.commercekit.testkit.time.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A shop of several nodes in one thread, in which buyers, staff, the gateway, time and chance act in an order that a seed
 * decides. The same seed is the same run.
 */
final class Simulation {

    private static final List<Sku> SKUS = List.of(Sku.of("85123A"), Sku.of("71053"), Sku.of("22423"));
    private static final List<String> PRICES = List.of("2.55", "3.33", "0.01");
    private static final int NODES = 3;
    private static final int ROUNDS = 10;
    private static final Duration A_DAY_AND_MORE = Duration.ofHours(27);

    private final Random random;
    private final ManualClock clock = ManualClock.at("2026-01-05T09:00:00Z");
    private final InMemoryStorage memory = InMemoryStorage.create(clock);
    private final SandboxGateway gateway = SandboxGateway.at(clock);
    private final SeededIds ids;
    private final SimulatedConsumers consumers;
    private final SimulatedNetwork network;
    private final SimulatedPeople people;
    private final List<Commerce> idle = new ArrayList<>();
    private final List<PaymentNotification> notifications = new ArrayList<>();
    private final Commerce auditor;

    Simulation(long seed) {
        random = new Random(seed);
        ids = new SeededIds(seed);
        consumers = new SimulatedConsumers(random, memory);
        network = new SimulatedNetwork(random, this::act);
        people = new SimulatedPeople(random, SKUS);
        gateway.onNotification(notifications::add);
        auditor = Commerce.builder()
                .storage(Shared.of(memory))
                .payments(Shared.of(gateway))
                .time(clock)
                .ids(ids)
                .manual()
                .build();
        for (int i = 0; i < SKUS.size(); i++) {
            auditor.catalog().put(Product.of(SKUS.get(i), "Thing " + i, Money.of(PRICES.get(i), GBP)));
            auditor.inventory().receive(SKUS.get(i), 4, key("first-" + i));
        }
        for (int i = 0; i < NODES; i++) {
            idle.add(node());
        }
    }

    /** Lets so much happen, then heals everything and demands that all of it ends well. */
    void run(int steps) {
        for (int i = 0; i < steps; i++) {
            act();
            if (random.nextInt(20) == 0) {
                assertThat(oracle().check()).isEmpty();
            }
        }
        network.heal();
        gateway.up();
        assertThat(oracle().check()).isEmpty();
        settle(A_DAY_AND_MORE);
        for (int round = 0; round < ROUNDS && !people.open(() -> any(idle)).isEmpty(); round++) {
            settle(A_DAY_AND_MORE);
        }
        assertThat(people.open(() -> any(idle))).isEmpty();
        settle(Duration.ofHours(1));
        assertThat(oracle().settled()).isEmpty();
        for (OrderId order : people.orders()) {
            List<OrderEvent> timeline = auditor.orders().timeline(order);
            consumers.heardAll(order, timeline.size());
        }
    }

    /** So much time passes, in which everybody does what they have to. */
    private void settle(Duration time) {
        Instant end = clock.instant().plus(time);
        for (int i = 0; clock.instant().isBefore(end); i++) {
            clock.advance(Duration.ofMinutes(i < 40 ? 2 : 60));
            gateway.tick();
            if (i == 30) {
                gateway.open().forEach(this::decide);
            }
            while (!notifications.isEmpty()) {
                any(idle).checkout().settle(notifications.remove(0));
            }
            for (Commerce node : idle) {
                while (node.housekeep() > 0) {}
            }
        }
    }

    private ShopOracle oracle() {
        return new ShopOracle(memory, auditor.tables(), gateway, auditor.orders());
    }

    private Commerce node() {
        return consumers
                .subscribe(Commerce.builder())
                .storage(Shared.of(network.to(memory)))
                .payments(Shared.of(network.to(gateway)))
                .time(clock)
                .ids(ids)
                .manual()
                .build();
    }

    /** Lets one thing happen at a node that does nothing else; where the node's process stops, another takes its place. */
    private void act() {
        if (idle.isEmpty()) {
            return;
        }
        Commerce node = idle.remove(random.nextInt(idle.size()));
        Commerce next = node;
        try {
            act(node);
        } catch (Crash stopped) {
            next = node();
        } catch (StorageException | InDoubtException tolerated) {
            // The caller is told, and may call again.
        } finally {
            idle.add(next);
        }
    }

    private void act(Commerce node) {
        int choice = random.nextInt(100);
        if (choice < 20) {
            people.buy(node);
        } else if (choice < 26) {
            people.changeCart(node);
        } else if (choice < 38) {
            people.repeat(node);
        } else if (choice < 46) {
            people.ship(node);
        } else if (choice < 52) {
            people.takeBack(node);
        } else if (choice < 58) {
            people.cancel(node);
        } else if (choice < 61) {
            people.receive(node);
        } else if (choice < 67) {
            gateway.open().stream().skip(random.nextInt(3)).findFirst().ifPresent(this::decide);
        } else if (choice < 75) {
            deliver(node);
        } else if (choice < 85) {
            pass();
        } else if (choice < 87) {
            network.arrive();
        } else if (choice < 89) {
            SimulatedTokens.oddFollowUp(random, gateway);
        } else {
            node.housekeep();
        }
    }

    private void decide(IdempotencyKey open) {
        try {
            switch (random.nextInt(3)) {
                case 0 -> gateway.completeAction(open);
                case 1 -> gateway.failAction(open);
                default -> gateway.release(open);
            }
        } catch (NotFoundException otherKind) {
            try {
                gateway.release(open);
            } catch (NotFoundException waitsForBuyer) {
                gateway.completeAction(open);
            }
        }
    }

    /** Out of order, and often more than once. */
    private void deliver(Shop node) {
        if (!notifications.isEmpty()) {
            PaymentNotification notification = any(notifications);
            if (random.nextInt(3) > 0) {
                notifications.remove(notification);
            }
            node.checkout().settle(notification);
        }
        gateway.entries().stream()
                .skip(random.nextInt(20))
                .findFirst()
                .ifPresent(entry -> gateway.notifyAgain(entry.key()));
    }

    private void pass() {
        int fate = random.nextInt(20);
        clock.advance(
                fate == 0
                        ? Duration.ofMinutes(31)
                        : fate < 4 ? Duration.ofMinutes(3) : Duration.ofMillis(random.nextInt(20_000)));
    }

    private <T> T any(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }
}
