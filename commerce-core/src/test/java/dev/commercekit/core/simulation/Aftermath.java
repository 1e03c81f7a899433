package dev.commercekit.core.simulation;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.core.Commerce;
import dev.commercekit.core.simulation.chance.Fault;
import dev.commercekit.operator.Operator;
import dev.commercekit.operator.ParkedEvent;
import dev.commercekit.order.OrderId;
import dev.commercekit.payment.PaymentNotification;
import dev.commercekit.storage.Scan;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.Table;
import dev.commercekit.testkit.oracle.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * What must come of everything once all trouble has ended: nearly all is settled soon, the rest when a key's window is over or
 * an operator has looked, and every caller, every event and the oracle agree.
 */
final class Aftermath {

    /** Longer than the longest rest between two attempts and a lease; in it all must settle that anybody can. */
    private static final Duration SOON = Duration.ofMinutes(15);

    private static final int ROUNDS = 6;
    private static final Set<String> ENDED = Set.of("FINISHED", "UNDONE");

    private final SimulatedWorld world;
    private final SimulatedPeople people;
    private final Supplier<Commerce> shops;
    private final BiConsumer<String, String> violation;
    private final SimulatedOperator operator;

    Aftermath(
            SimulatedWorld world,
            SimulatedPeople people,
            Supplier<Commerce> shops,
            BiConsumer<String, String> violation) {
        this.world = world;
        this.people = people;
        this.shops = shops;
        this.violation = violation;
        this.operator = new SimulatedOperator(world);
    }

    void run() {
        settle(SOON, Duration.ofSeconds(30));
        for (Row workflow : open()) {
            if (!parked(workflow) && !world.gateway.unclear().contains(SimulatedOperator.key(workflow))) {
                violation.accept(
                        "everythingIsSettledSoon",
                        workflow.key() + " is " + SimulatedOperator.text(workflow, "status") + " at "
                                + SimulatedOperator.text(workflow, "step"));
            }
        }
        Duration window = world.luck.temper().replayWindow().plusHours(1);
        for (int i = 0;
                i < ROUNDS
                        && (i == 0 || !open().isEmpty() || !people.open(shops).isEmpty());
                i++) {
            settle(window, window.dividedBy(12));
            operate();
        }
        for (String open : people.open(shops)) {
            violation.accept("everyKeyIsAnswered", open);
        }
        settle(SOON, Duration.ofMinutes(5));
        for (Violation found : world.oracle().settled()) {
            violation.accept(found.invariant(), found.what());
        }
        for (OrderId order : people.orders()) {
            world.consumers.heardAll(
                    order, world.auditor.orders().timeline(order).size());
        }
    }

    /** So much time passes, in which everybody does what they have to. */
    private void settle(Duration time, Duration step) {
        for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(step)) {
            world.pass(step);
            for (List<IdempotencyKey> open = world.open(); !open.isEmpty(); open = world.open()) {
                open.forEach(world::decide);
            }
            for (Optional<PaymentNotification> next = world.post.next(); next.isPresent(); next = world.post.next()) {
                shops.get().checkout().settle(next.get());
            }
            Commerce keeper = shops.get();
            while (keeper.housekeep() > 0) {}
        }
    }

    /** Does what waits for an operator: says what became of payments that nobody can ask for, and repairs the handler. */
    private void operate() {
        for (Row workflow : open()) {
            if (parked(workflow)) {
                operator.settle(workflow, shops.get());
            }
        }
        world.consumers.repair();
        Operator events = world.auditor.operator();
        for (ParkedEvent event : events.parkedEvents(1_000)) {
            world.luck.happened(Fault.POISON_EVENT_PARKED);
            events.retryEvent(event.id(), "the handler is repaired");
        }
    }

    private List<Row> open() {
        Table table = world.auditor.tables().stream()
                .filter(each -> each.name().equals("workflow"))
                .findFirst()
                .orElseThrow();
        return world.memory.scan(Scan.of(table).limit(10_000)).rows().stream()
                .filter(row -> !ENDED.contains(SimulatedOperator.text(row, "status")))
                .toList();
    }

    private static boolean parked(Row workflow) {
        return SimulatedOperator.text(workflow, "status").equals("PARKED");
    }
}
