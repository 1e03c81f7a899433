package dev.commercekit.core.simulation;

import dev.commercekit.core.Commerce;
import dev.commercekit.core.simulation.chance.Fault;
import dev.commercekit.core.simulation.chance.Luck;
import dev.commercekit.core.simulation.schedule.Crash;
import dev.commercekit.core.simulation.schedule.SimulatedProcess;
import dev.commercekit.order.OrderBusyException;
import dev.commercekit.storage.InDoubtException;
import dev.commercekit.storage.StorageException;
import dev.commercekit.testkit.oracle.Violation;
import dev.commercekit.workflow.WorkflowConflictException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A shop of several processes, in which buyers, staff, the gateway, time and chance act in an order that a seed decides. The
 * same seed is the same run, on every machine and beside any others.
 */
final class Simulation {

    private static final int NODES = 3;
    private static final int ENDLESS = 200_000;

    private final List<Violation> violations = new ArrayList<>();
    private final SimulatedWorld world;
    private final Luck luck;
    private final SimulatedPeople people;
    private final List<Node> nodes = new ArrayList<>();

    private static final class Node {

        private final SimulatedProcess process;
        private final Commerce shop;
        private boolean keepsHouse;

        private Node(SimulatedProcess process, Commerce shop) {
            this.process = process;
            this.shop = shop;
        }
    }

    private Simulation(long seed) {
        world = new SimulatedWorld(seed, this::violated);
        luck = world.luck;
        people = new SimulatedPeople(
                luck,
                SimulatedWorld.SKUS,
                new SimulatedAnswers(world.trace, this::violated),
                cart -> !luck.temper().ownCarts() || world.carts.has(cart));
        for (int i = 0; i < NODES; i++) {
            nodes.add(node("node " + i));
        }
    }

    /** Lets happen what the seed makes happen, then ends all trouble and demands that everything ends well. */
    static Outcome run(long seed) {
        Simulation simulation = new Simulation(seed);
        simulation.run();
        SimulatedWorld world = simulation.world;
        return new Outcome(
                seed,
                world.luck.temper(),
                world.trace.steps(),
                world.trace.hash(),
                world.luck.counts(),
                simulation.people.orders().size(),
                simulation.violations,
                world.trace.last());
    }

    private void run() {
        try {
            trouble();
            drain();
            if (violations.isEmpty()) {
                new Aftermath(world, people, this::anyShop, this::violated).run();
            }
        } catch (Throwable failure) {
            StringWriter text = new StringWriter();
            failure.printStackTrace(new PrintWriter(text));
            violated("nothingUnexpectedIsThrown", text.toString());
        } finally {
            world.threads.end();
        }
    }

    private void trouble() throws Throwable {
        int acts = luck.temper().acts();
        for (int steps = 0; acts > 0 && violations.isEmpty(); steps++) {
            require(steps < ENDLESS, "trouble");
            int choice = luck.random().nextInt(100);
            if (choice < 25 && world.threads.size() < luck.temper().atOnce()) {
                acts--;
                begin();
            } else if (choice < 40) {
                happen();
            } else if (!world.threads.step()) {
                wait(luck.percent(20) ? Duration.ofSeconds(1) : Duration.ofMillis(20));
            }
            if (luck.random().nextInt(400) == 0) {
                check();
            }
        }
    }

    /** Ends all trouble and lets everybody finish. */
    private void drain() throws Throwable {
        luck.calm();
        world.late.arriveAll();
        world.sandbox.up();
        for (int steps = 0; world.threads.size() > 0; steps++) {
            require(steps < ENDLESS, "the end of what was under way");
            if (!world.threads.step()) {
                wait(Duration.ofMillis(1));
            }
        }
        world.late.arriveAll();
        restart();
        check();
    }

    private void wait(Duration atLeast) {
        Duration sleep = world.threads.untilNextWakes();
        world.pass(sleep == null || sleep.compareTo(atLeast) < 0 ? atLeast : sleep);
    }

    private void begin() {
        Node node = nodes.get(luck.random().nextInt(NODES));
        int choice = luck.random().nextInt(100);
        if (choice < 62) {
            start(node, "person", people::act);
        } else if (choice < 75) {
            world.post
                    .next()
                    .ifPresent(notification -> start(node, "post", shop -> {
                        world.trace.add("hears of " + notification.key() + " "
                                + notification.outcome().getClass().getSimpleName());
                        shop.checkout().settle(notification);
                    }));
        } else if (!node.keepsHouse) {
            node.keepsHouse = true;
            start(node, "housekeeping", shop -> {
                shop.housekeep();
                node.keepsHouse = false;
            });
        }
    }

    /** Something happens outside of all processes. */
    private void happen() {
        int choice = luck.random().nextInt(100);
        if (choice < 15) {
            world.open().stream().skip(luck.random().nextInt(3)).findFirst().ifPresent(world::decide);
        } else if (choice < 25) {
            world.late.arriveOne();
        } else if (choice < 30) {
            SimulatedTokens.oddFollowUp(luck, world.sandbox);
        } else if (choice < 35) {
            world.sandbox.entries().stream()
                    .skip(luck.random().nextInt(20))
                    .findFirst()
                    .ifPresent(world::notifyAgain);
        } else if (choice < 40) {
            if (luck.strikes(Fault.STORAGE_CLOCK_BACK)) {
                world.stepStorageClock();
            }
        } else if (choice < 45) {
            if (luck.hit(Fault.GATEWAY_DOWN)) {
                world.sandbox.downFor(luck.upTo(Duration.ofMinutes(10)));
            }
        } else if (choice < 80) {
            world.pass(luck.upTo(Duration.ofSeconds(20)));
        } else if (choice < 92) {
            world.pass(luck.upTo(Duration.ofMinutes(3)));
        } else if (choice < 98) {
            world.pass(Duration.ofMinutes(31));
        } else if (luck.percent(20)) {
            world.pass(luck.temper().replayWindow());
        }
        restart();
    }

    /** Starts a process in place of each that has stopped. */
    private void restart() {
        for (int i = 0; i < NODES; i++) {
            if (nodes.get(i).process.stopped()) {
                nodes.set(i, node("node " + i));
            }
        }
    }

    private void start(Node node, String name, Consumer<Commerce> work) {
        world.threads.start(node.process, name, () -> {
            try {
                work.accept(node.shop);
                world.received.left().ifPresent(key -> violated("everyOutcomeIsKept", "that of " + key));
            } catch (StorageException | InDoubtException | OrderBusyException | WorkflowConflictException told) {
                world.trace.add("is told: " + told.getMessage());
            } catch (Crash stopped) {
                world.trace.add("stops");
                throw stopped;
            } finally {
                if (name.equals("housekeeping")) {
                    node.keepsHouse = false;
                }
            }
        });
    }

    private Node node(String name) {
        world.trace.add("starts " + name);
        return new Node(new SimulatedProcess(name), world.shop());
    }

    private Commerce anyShop() {
        return luck.any(nodes).shop;
    }

    private void check() {
        for (Violation violation : world.oracle().check()) {
            violated(violation.invariant(), violation.what());
        }
    }

    private void violated(String invariant, @Nullable String what) {
        world.trace.add("VIOLATION " + invariant);
        violations.add(new Violation(invariant, String.valueOf(what)));
    }

    private static void require(boolean ends, String what) {
        if (!ends) {
            throw new AssertionError(what + " does not end");
        }
    }
}
