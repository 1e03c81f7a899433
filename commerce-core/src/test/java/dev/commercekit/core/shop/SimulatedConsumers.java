package dev.commercekit.core.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.core.CommerceBuilder;
import dev.commercekit.order.OrderEvent;
import dev.commercekit.order.OrderId;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.table.Column;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.table.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What hears of events: a handler that notes them and sometimes fails, and an effect that counts them in a table. */
final class SimulatedConsumers {

    private static final Column<String> ORDER = Column.text("order_id");
    private static final Column<Long> APPLIED = Column.number("applied");
    private static final Table TALLY =
            Table.named("tally", ORDER).columns(APPLIED).build();

    private final Random random;
    private final Storage storage;
    private final Map<OrderId, Long> last = new HashMap<>();

    SimulatedConsumers(Random random, Storage storage) {
        this.random = random;
        this.storage = storage;
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

    /** Demands that all events of an order came, in order, and that each of them had its effect once. */
    void heardAll(OrderId order, long events) {
        assertThat(last.get(order)).as("the last event of order %s", order).isEqualTo(events);
        RowKey key = key(order);
        assertThat(storage.get(List.of(key)).find(key).orElseThrow().get(APPLIED))
                .as("the effects for order %s", order)
                .isEqualTo(events);
    }

    private void note(OrderEvent event) {
        int fate = random.nextInt(20);
        if (fate == 0) {
            throw new IllegalStateException("a planted failure of the handler");
        }
        long sequence = event.header().sequence();
        long before = last.getOrDefault(event.order(), 0L);
        if (sequence > before + 1) {
            throw new AssertionError(event.id() + " came after " + before);
        }
        last.put(event.order(), Math.max(before, sequence));
        if (fate == 1) {
            throw new IllegalStateException("a planted failure after the handler did its work");
        }
    }

    private static RowKey key(OrderId order) {
        return TALLY.key(order.value());
    }
}
