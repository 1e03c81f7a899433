package dev.commercekit.core.memory;

import dev.commercekit.storage.table.Index;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rows of one table, by key and in the order of each index. */
final class TableRows {

    private final Table table;
    private final RowMap byKey = new RowMap();

    // Most tables are never scanned by key alone, so that order is added by the first scan that asks for it.
    private final List<IndexOrder> orders = new ArrayList<>();

    TableRows(Table table) {
        this.table = table;
        table.indexes().forEach(index -> orders.add(new IndexOrder(table, index)));
    }

    Table table() {
        return table;
    }

    @Nullable
    Row get(RowKey key) {
        Slot slot = byKey.get(key);
        return slot == null ? null : slot.row();
    }

    /** Puts one row in the place of another of the same key; null stands for no row. */
    void replace(@Nullable Row before, @Nullable Row after) {
        if (before == null) {
            if (after != null) {
                Slot slot = byKey.add(after);
                orders.forEach(order -> order.add(slot));
            }
        } else if (after == null) {
            orders.forEach(order -> order.remove(before));
            byKey.remove(before.key());
        } else {
            Slot slot = Objects.requireNonNull(byKey.get(after.key()));
            for (IndexOrder order : orders) {
                order.move(slot, before, after);
            }
            slot.set(after);
        }
    }

    IndexOrder order(Index index) {
        for (IndexOrder order : orders) {
            if (order.index().equals(index)) {
                return order;
            }
        }
        IndexOrder primary = IndexOrder.of(table, index, byKey.all());
        orders.add(primary);
        return primary;
    }
}
