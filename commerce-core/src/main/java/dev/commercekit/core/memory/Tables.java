package dev.commercekit.core.memory;

import dev.commercekit.storage.StorageException;
import dev.commercekit.storage.Witness;
import dev.commercekit.storage.table.Table;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tables of a storage by their names, and the lock under which they are written, and read unless a glimpse was enough. */
final class Tables {

    private final PatientLock lock = new PatientLock();
    private final TableRows witness = new TableRows(Witness.TABLE);

    // Open hashing; never changed in place, because it is read without the lock.
    private volatile @Nullable TableRows[] known = new TableRows[1];

    PatientLock lock() {
        return lock;
    }

    TableRows witness() {
        return witness;
    }

    /** Adds the tables, or none of them if one contradicts a table of its name. */
    void open(Collection<Table> tables) {
        Map<Table, TableRows> all = new LinkedHashMap<>(Map.of(Witness.TABLE, witness));
        for (TableRows rows : known) {
            if (rows != null) {
                all.put(rows.table(), rows);
            }
        }
        for (Table table : tables) {
            if (!all.computeIfAbsent(table, TableRows::new).table().sameShape(table)) {
                throw new StorageException("table " + table + " is known with other columns, indexes or checks", false);
            }
        }
        known = hashed(all.values());
    }

    TableRows of(Table table) {
        @Nullable TableRows[] now = known;
        TableRows rows = now[find(table, now)];
        if (rows == null || !rows.table().sameShape(table)) {
            throw new StorageException("table " + table + " is not known", false);
        }
        return rows;
    }

    private static @Nullable TableRows[] hashed(Collection<TableRows> all) {
        @Nullable TableRows[] places = new TableRows[Integer.highestOneBit(all.size()) * 4];
        all.forEach(rows -> places[find(rows.table(), places)] = rows);
        return places;
    }

    /** Returns where the table stands, or where it would. */
    private static int find(Table table, @Nullable TableRows[] places) {
        int mask = places.length - 1;
        int at = table.hashCode() & mask;
        for (TableRows rows = places[at]; rows != null && !rows.table().equals(table); rows = places[at]) {
            at = at + 1 & mask;
        }
        return at;
    }
}
