package dev.commercekit.jdbc.schema;

import dev.commercekit.jdbc.dialect.Dialect;
import dev.commercekit.jdbc.session.Session;
import dev.commercekit.jdbc.table.Naming;
import dev.commercekit.jdbc.table.SqlTable;
import dev.commercekit.storage.table.Column;
import dev.commercekit.storage.table.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tables that the database really has, with the types of their columns. */
final class Catalog {

    private final Map<String, Map<String, String>> tables = new HashMap<>();
    private final Dialect dialect;
    private final Naming naming;

    private Catalog(Dialect dialect, Naming naming) {
        this.dialect = dialect;
        this.naming = naming;
    }

    static Catalog read(Session session, Dialect dialect, Naming naming) throws SQLException {
        Catalog catalog = new Catalog(dialect, naming);
        String schema = naming.schema().orElse(session.connection().getSchema());
        String names = naming.prefix().replace("_", "\\_") + "%";
        var data = session.connection().getMetaData();
        try (ResultSet column = data.getColumns(null, schema, names, "%")) {
            while (column.next()) {
                catalog.tables
                        .computeIfAbsent(column.getString("TABLE_NAME"), name -> new HashMap<>())
                        .put(column.getString("COLUMN_NAME"), column.getString("TYPE_NAME"));
            }
        }
        return catalog;
    }

    boolean has(Table table) {
        return tables.containsKey(naming.plain(table));
    }

    /** Returns what is wrong with a table's columns: which are missing or of another type. */
    List<String> problems(Table table) {
        Map<String, String> columns = tables.getOrDefault(naming.plain(table), Map.of());
        List<String> problems = new ArrayList<>();
        if (columns.isEmpty()) {
            return List.of("table " + naming.plain(table) + " is missing");
        }
        for (Column<?> column : table.columns()) {
            String type = columns.get(column.name());
            if (type == null) {
                problems.add("column " + column + " of table " + naming.plain(table) + " is missing");
            } else if (!type.equalsIgnoreCase(dialect.type(column))) {
                problems.add("column " + column + " of table " + naming.plain(table) + " is of type " + type
                        + " instead of " + dialect.type(column));
            }
        }
        if (!columns.containsKey(SqlTable.VERSION)) {
            problems.add("column " + SqlTable.VERSION + " of table " + naming.plain(table) + " is missing");
        }
        return problems;
    }
}
