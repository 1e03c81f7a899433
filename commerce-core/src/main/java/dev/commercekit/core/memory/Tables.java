package dev.commercekit.core.memory;

import dev.commercekit.storage.StorageException;
import dev.commercekit.storage.Witness;
import dev.commercekit.storage.table.Table;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The tables of a storage by their names, and the lock under which they are written, and read unless a glimpse was enough. */
final class Tables {

    private final PatientLock lock = new PatientLock();
    private final TableRows witness = new TableRows(Witness.TABLE);

    // Never changed in place, because it is read without the lock.
    private volatile Map<Table, TableRows> known = Map.of();

    PatientLock lock() {
        return lock;
    }

    TableRows witness() {
        return witness;
    }

    /** Adds the tables, or none of them if one contradicts a table of its name. */
    void open(Collection<Table> tables) {
        Map<Table, TableRows> added = new HashMap<>(Map.of(Witness.TABLE, witness));
        for (Table table : tables) {
            TableRows rows = known.getOrDefault(table, added.get(table));
            if (rows == null) {
                added.put(table, new TableRows(table));
            } else if (!rows.table().sameShape(table)) {
                throw new StorageException("table " + table + " is known with other columns, indexes or checks", false);
            }
        }
        added.putAll(known);
        known = Map.copyOf(added);
    }

    TableRows of(Table table) {
        TableRows rows = known.get(table);
        if (rows == null || !rows.table().sameShape(table)) {
            throw new StorageException("table " + table + " is not known", false);
        }
        return rows;
    }
}
