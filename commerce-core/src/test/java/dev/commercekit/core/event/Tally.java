package dev.commercekit.core.event;

import dev.commercekit.order.OrderEvent;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.table.Column;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.table.Table;
import java.util.List;

/** A read model for tests: for each order how many events were applied, and the last of them. */
final class Tally {

    static final Column<String> ORDER = Column.text("order_id");
    static final Column<Long> APPLIED = Column.number("applied");
    static final Column<Long> LAST = Column.number("last_sequence");
    static final Table TABLE =
            Table.named("tally", ORDER).columns(APPLIED, LAST).build();

    private Tally() {}

    /** Counts one event, and insists that it is the next one. */
    static List<Write> count(Storage storage, OrderEvent event) {
        RowKey key = TABLE.key(event.order().value());
        long sequence = event.header().sequence();
        var row = storage.get(List.of(key)).find(key);
        long last = row.map(found -> found.get(LAST)).orElse(0L);
        if (sequence != last + 1) {
            throw new IllegalStateException(event.id() + " after " + last);
        }
        return List.of(row.<Write>map(found -> Write.update(
                        found,
                        values -> values.set(APPLIED, found.get(APPLIED) + 1).set(LAST, sequence)))
                .orElseGet(() ->
                        Write.insert(key, values -> values.set(APPLIED, 1L).set(LAST, sequence))));
    }

    static Row of(Storage storage, String order) {
        return storage.get(List.of(TABLE.key(order))).rows().get(0);
    }
}
