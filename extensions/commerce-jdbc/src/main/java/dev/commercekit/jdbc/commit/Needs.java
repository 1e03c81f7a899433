package dev.commercekit.jdbc.commit;

import dev.commercekit.jdbc.dialect.KnownTables;
import dev.commercekit.jdbc.dialect.Lock;
import dev.commercekit.jdbc.session.Sql;
import dev.commercekit.jdbc.table.SqlTable;
import dev.commercekit.storage.Alternative;
import dev.commercekit.storage.StorageException;
import dev.commercekit.storage.Witness;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The rows that write sets name in any of their branches, with the lock that each table's rows need, in the one order in which
 * every instance locks. A table has one lock for all of its rows, so that there is only one order.
 */
final class Needs {

    private final TreeMap<Table, OfTable> tables = new TreeMap<>(SqlTable.LOCK_ORDER);

    private static final class OfTable {
        private final Map<RowKey, Boolean> onlyInserted = new HashMap<>();
        private Lock lock = Lock.SHARED;

        List<RowKey> keys(boolean all) {
            return onlyInserted.entrySet().stream()
                    .filter(entry -> all || !entry.getValue())
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
        }
    }

    private Needs() {}

    /** Collects what the sets need, and refuses a set that breaks the contract. */
    static Needs of(List<WriteSet> sets, KnownTables known) {
        Needs needs = new Needs();
        for (WriteSet set : sets) {
            RowKey witness = Witness.of(set.id());
            needs.add(witness, true, Lock.SHARED);
            branches(set).forEach(write -> {
                known.statements(write.key().table());
                if (write.key().equals(witness)) {
                    throw new StorageException("write set " + set.id() + " writes its own witness", false);
                }
                needs.add(write);
            });
        }
        return needs;
    }

    /** Returns the writes of all branches of a set. */
    static Stream<Write> branches(WriteSet set) {
        return Stream.concat(
                set.writes().stream(),
                set.alternatives().stream().map(Alternative::writes).flatMap(List::stream));
    }

    private void add(Write write) {
        boolean inserts = write instanceof Write.Insert;
        boolean changes = !inserts && !(write instanceof Write.Require);
        add(write.key(), inserts, changes ? Lock.EXCLUSIVE : Lock.SHARED);
    }

    private void add(RowKey key, boolean inserts, Lock lock) {
        OfTable needed = tables.computeIfAbsent(key.table(), table -> new OfTable());
        needed.onlyInserted.merge(key, inserts, Boolean::logicalAnd);
        needed.lock = needed.lock.and(lock);
    }

    /**
     * Returns what reads and locks the rows.
     *
     * @param all whether also the rows are looked up that are named to be inserted only, which are hardly ever there
     */
    List<Sql> read(KnownTables known, boolean all, Consumer<Row> rows) {
        Map<OfTable, List<RowKey>> wanted = new LinkedHashMap<>();
        tables.values().forEach(needed -> {
            List<RowKey> keys = needed.keys(all);
            if (!keys.isEmpty()) {
                wanted.put(needed, keys);
            }
        });
        boolean single = wanted.values().stream().allMatch(keys -> keys.size() == 1);
        List<Sql> script = new ArrayList<>();
        wanted.forEach((needed, keys) ->
                script.add(known.statements(keys.get(0).table(), single).read(keys, needed.lock, rows)));
        return script;
    }

    /** Returns what finds the rows that other transactions have locked now. */
    List<Sql> findLocked(KnownTables known, Consumer<RowKey> locked) {
        List<Sql> script = new ArrayList<>();
        tables.forEach((table, needed) -> script.add(known.statements(table).findLocked(needed.keys(true), locked)));
        return script;
    }
}
