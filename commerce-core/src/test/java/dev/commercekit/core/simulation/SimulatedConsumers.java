package dev.commercekit.core.simulation;

import dev.commercekit.core.CommerceBuilder;
import dev.commercekit.core.simulation.chance.Fault;
import dev.commercekit.core.simulation.chance.Luck;
import dev.commercekit.core.simulation.schedule.CooperativeThreads;
import dev.commercekit.order.OrderEvent;
import dev.commercekit.order.OrderId;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.table.Column;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.table.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * What hears of events: a handler that notes them, fails now and then, and of some orders can hear nothing at all until it is
 * repaired; and an effect that counts them in a table.
 */
final class SimulatedConsumers {

    private static final Column<String> ORDER = Column.text("order_id");
    private static final Column<Long> APPLIED = Column.number("applied");
    private static final Table TALLY =
            Table.named("tally", ORDER).columns(APPLIED).build();

    private final CooperativeThreads threads;
    private final Luck luck;
    private final Storage storage;
    private final BiConsumer<String, String> violation;
    private final Map<OrderId, Long> last = new HashMap<>();
    private final Set<OrderId> heardOf = new HashSet<>();
    private final Set<OrderId> poisoned = new HashSet<>();

    SimulatedConsumers(CooperativeThreads threads, Luck luck, Storage storage, BiConsumer<String, String> violation) {
        this.threads = threads;
        this.luck = luck;
        this.storage = storage;
        this.violation = violation;
        storage.open(List.of(TALLY));
    }

    CommerceBuilder subscribe(CommerceBuilder builder) {
        return builder.on("notes", OrderEvent.class, this::note)
                .apply(
                        "tally",
                        OrderEvent.class,
                        event -> List.of(
                                Write.add(key(event.order()), APPLIED, 1).orInsert(values -> values.set(APPLIED, 0L))));
    }

    /** Makes the handler able to hear of every order. */
    void repair() {
        poisoned.clear();
    }

    /** Demands that all events of an order came, in order, and that each of them had its effect once. */
    void heardAll(OrderId order, long events) {
        RowKey key = key(order);
        long effects =
                storage.get(List.of(key)).find(key).map(row -> row.get(APPLIED)).orElse(0L);
        if (last.getOrDefault(order, 0L) != events || effects != events) {
            violation.accept(
                    "everyEventIsHeardOnce",
                    "order " + order + " has " + events + " events, the last heard is " + last.get(order) + ", "
                            + effects + " had their effect");
        }
    }

    private void note(OrderEvent event) {
        threads.boundary();
        OrderId order = event.order();
        if (heardOf.add(order) && luck.strikes(Fault.POISON_EVENT_PARKED)) {
            poisoned.add(order);
        }
        if (poisoned.contains(order)) {
            throw new PlantedFailure("a planted failure that stays");
        }
        if (luck.hit(Fault.HANDLER_FAILED)) {
            throw new PlantedFailure("a planted failure before the handler did its work");
        }
        if (event instanceof OrderEvent.OrderExpiring) {
            luck.happened(Fault.ORDER_EXPIRED);
        }
        long sequence = event.header().sequence();
        long before = last.getOrDefault(order, 0L);
        if (sequence > before + 1) {
            violation.accept("eventsComeInOrder", event.id() + " came after " + before);
        }
        last.put(order, Math.max(before, sequence));
        threads.boundary();
        if (luck.hit(Fault.HANDLER_FAILED)) {
            throw new PlantedFailure("a planted failure after the handler did its work");
        }
    }

    private static RowKey key(OrderId order) {
        return TALLY.key(order.value());
    }

    /** It has no stack trace, which nobody would read and the log would print. */
    private static final class PlantedFailure extends RuntimeException {

        private static final long serialVersionUID = 1L;

        PlantedFailure(String message) {
            super(message, null, false, false);
        }
    }
}
