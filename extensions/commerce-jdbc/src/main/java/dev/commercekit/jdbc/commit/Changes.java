package dev.commercekit.jdbc.commit;

import dev.commercekit.jdbc.dialect.KnownTables;
import dev.commercekit.jdbc.dialect.TableStatements;
import dev.commercekit.jdbc.session.Sql;
import dev.commercekit.jdbc.table.SqlTable;
import dev.commercekit.storage.table.Column;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.table.Table;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The difference that a list of write sets makes, as one statement for each table and kind of change. Inserts come first: they
 * alone may have to wait for others, and all instances make them in one order.
 */
final class Changes {

    private final TreeMap<Table, OfTable> tables = new TreeMap<>(SqlTable.LOCK_ORDER);

    private static final class OfTable {
        private final List<Row> inserted = new ArrayList<>();
        private final List<Row> updated = new ArrayList<>();
        private final List<RowKey> deleted = new ArrayList<>();
        private final BitSet changed = new BitSet();

        boolean single() {
            return inserted.size() <= 1 && updated.size() <= 1 && deleted.size() <= 1;
        }
    }

    Changes(Map<RowKey, Row> before, Map<RowKey, @Nullable Row> after) {
        after.forEach((key, row) -> add(key, before.get(key), row));
    }

    private void add(RowKey key, @Nullable Row before, @Nullable Row after) {
        if (before == null && after == null) {
            return;
        }
        OfTable changes = tables.computeIfAbsent(key.table(), table -> new OfTable());
        if (after == null) {
            changes.deleted.add(key);
        } else if (before == null) {
            changes.inserted.add(after);
        } else {
            changes.updated.add(after);
            @Nullable Object[] old = before.values();
            @Nullable Object[] now = after.values();
            for (int i = 0; i < old.length; i++) {
                if (!Objects.equals(old[i], now[i])) {
                    changes.changed.set(i);
                }
            }
        }
    }

    List<Sql> sql(KnownTables known) {
        boolean single = tables.values().stream().allMatch(OfTable::single);
        List<Sql> script = new ArrayList<>();
        tables.forEach((table, changes) -> {
            if (!changes.inserted.isEmpty()) {
                changes.inserted.sort(Comparator.comparing(Row::key));
                script.add(known.statements(table, single).insert(changes.inserted));
            }
        });
        tables.forEach((table, changes) -> {
            TableStatements statements = known.statements(table, single);
            if (!changes.updated.isEmpty()) {
                List<Column<?>> columns = new ArrayList<>();
                changes.changed.stream()
                        .forEach(i -> columns.add(table.columns().get(i)));
                script.add(statements.update(columns, changes.updated));
            }
            if (!changes.deleted.isEmpty()) {
                script.add(statements.delete(changes.deleted));
            }
        });
        return script;
    }
}
