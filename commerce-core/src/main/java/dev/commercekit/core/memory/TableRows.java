package dev.commercekit.core.memory;

import dev.commercekit.storage.table.Index;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.table.Table;
import java.util.ArrayList;
import java.util.List;
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

    /** Returns where the row stands, if there is one. */
    @Nullable
    Slot find(RowKey key) {
        return byKey.get(key);
    }

    @Nullable
    Row get(RowKey key) {
        Slot slot = byKey.get(key);
        return slot == null ? null : slot.row();
    }

    /** Puts one row in the place of another of the same key, in the slot where that stands; null stands for no row. */
    void replace(Slot slot, @Nullable Row before, @Nullable Row after) {
        for (int i = 0; i < orders.size(); i++) {
            IndexOrder order = orders.get(i);
            if (before == null) {
                order.add(slot, slot.row());
            } else if (after == null) {
                order.remove(before);
            } else {
                order.move(slot, before, after);
            }
        }
        if (before == null) {
            byKey.add(slot);
        } else if (after == null) {
            byKey.remove(before.key());
        } else {
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
