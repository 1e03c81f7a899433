package dev.commercekit.jdbc.dialect;

import dev.commercekit.jdbc.table.Naming;
import dev.commercekit.jdbc.table.SqlTable;
import dev.commercekit.storage.StorageException;
import dev.commercekit.storage.table.Table;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The tables that were opened, with their statements. Thread-safe. */
public final class KnownTables {

    private final Dialect dialect;
    private final Naming naming;
    private final Map<Table, Known> known = new ConcurrentHashMap<>();

    private record Known(SqlTable table, TableStatements statements) {}

    /** Creates an empty set of tables. */
    public KnownTables(Dialect dialect, Naming naming) {
        this.dialect = dialect;
        this.naming = naming;
    }

    /** Refuses tables that contradict one that is known, or that use a name which every table needs. */
    public void check(Collection<Table> tables) {
        for (Table table : tables) {
            Known there = known.get(table);
            if (there != null && !there.table().table().sameShape(table)) {
                throw new StorageException("table " + table + " is known with other columns, indexes or checks", false);
            }
            if (table.columns().stream().anyMatch(column -> column.name().equals(SqlTable.VERSION))) {
                throw new StorageException("table " + table + " has a column " + SqlTable.VERSION, false);
            }
        }
    }

    /** Adds tables that were checked. */
    public void add(Collection<Table> tables) {
        for (Table table : tables) {
            known.computeIfAbsent(table, one -> {
                SqlTable named = SqlTable.of(one, naming);
                return new Known(named, dialect.statements(named));
            });
        }
    }

    /** Returns the statements of a table that was opened; {@code single} where each statement of a script is about one row. */
    public TableStatements statements(Table table, boolean single) {
        TableStatements statements = statements(table);
        return single ? statements.single() : statements;
    }

    /** Returns a table that was opened, with its names. */
    public SqlTable named(Table table) {
        return known(table).table();
    }

    /** Returns the statements of a table that was opened. */
    public TableStatements statements(Table table) {
        return known(table).statements();
    }

    private Known known(Table table) {
        Known there = known.get(table);
        if (there == null || !there.table().table().sameShape(table)) {
            throw new StorageException("table " + table + " is not known", false);
        }
        return there;
    }
}
