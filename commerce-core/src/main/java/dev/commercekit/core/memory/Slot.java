package dev.commercekit.core.memory;

import dev.commercekit.storage.table.Row;

/** Where a row stands: an update that leaves its place in every index only changes what the slot holds. */
final class Slot {

    private Row row;

    Slot(Row row) {
        this.row = row;
    }

    Row row() {
        return row;
    }

    void set(Row next) {
        row = next;
    }
}
