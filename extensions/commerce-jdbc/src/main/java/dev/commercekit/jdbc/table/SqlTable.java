package dev.commercekit.jdbc.table;

import dev.commercekit.storage.table.Column;
import dev.commercekit.storage.table.Index;
import dev.commercekit.storage.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A table and its names in SQL. Tables have one order in which every instance locks their rows: those with checks last,
 * since a number that is bounded is what many fight over, and is then held for the shortest time.
 *
 * @param table the table as data
 * @param name its name as it stands in statements
 * @param naming how its indexes are named
 */
public record SqlTable(Table table, String name, Naming naming) {

    /** The column that every table has besides its own. */
    public static final String VERSION = "row_version";

    /** The order in which rows of different tables are locked. */
    public static final Comparator<Table> LOCK_ORDER = Comparator.<Table, Boolean>comparing(
                    table -> !table.checks().isEmpty())
            .thenComparing(Table::name);

    /** Names a table. */
    public static SqlTable of(Table table, Naming naming) {
        return new SqlTable(table, naming.table(table), naming);
    }

    /** Returns the columns beside those of the key. */
    public List<Column<?>> rest() {
        return table.columns().subList(table.key().size(), table.columns().size());
    }

    /** Returns the names of the key's columns as they stand in statements. */
    public List<String> keyNames() {
        return names(table.key());
    }

    /** Returns the names of all columns as they stand in statements. */
    public List<String> columnNames() {
        return names(table.columns());
    }

    /** Returns the columns by which an index sorts: its own, then those of the key. */
    public List<Column<?>> order(Index index) {
        List<Column<?>> order = new ArrayList<>(index.columns());
        order.addAll(table.key());
        return order;
    }

    /** Returns the names of columns as they stand in statements. */
    public static List<String> names(List<Column<?>> columns) {
        return columns.stream().map(column -> Naming.quoted(column.name())).toList();
    }
}
