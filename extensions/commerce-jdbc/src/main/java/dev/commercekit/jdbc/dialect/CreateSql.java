package dev.commercekit.jdbc.dialect;

import dev.commercekit.jdbc.table.Naming;
import dev.commercekit.jdbc.table.SqlTable;
import dev.commercekit.storage.table.Check;
import dev.commercekit.storage.table.Column;
import dev.commercekit.storage.table.ColumnType;
import dev.commercekit.storage.table.Index;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The parts of the statements that create a table, as far as databases agree on them. */
public final class CreateSql {

    private CreateSql() {}

    /** Returns the statement for an index, which leaves out rows in which one of its columns is empty. */
    public static String index(SqlTable table, Index index, Function<Column<?>, String> expression) {
        String columns = table.order(index).stream().map(expression).collect(Collectors.joining(", "));
        String filled = index.columns().stream()
                .filter(Column::nullable)
                .map(column -> Naming.quoted(column.name()) + " IS NOT NULL")
                .collect(Collectors.joining(" AND "));
        return "CREATE INDEX IF NOT EXISTS " + table.naming().index(table.table(), index) + " ON " + table.name() + " ("
                + columns + ")" + (filled.isEmpty() ? "" : " WHERE " + filled);
    }

    /** Returns a line for each check. */
    public static List<String> checks(SqlTable table, Function<Column<?>, String> number) {
        return conditions(table, number).stream()
                .map(condition -> "CHECK (" + condition + ")")
                .toList();
    }

    /** Returns what each check demands; a row keeps it if it is not false. */
    public static List<String> conditions(SqlTable table, Function<Column<?>, String> number) {
        List<String> conditions = new ArrayList<>();
        for (Check check : table.table().checks()) {
            conditions.add(side(check.low(), check, number) + " <= " + side(check.high(), check, number));
        }
        return conditions;
    }

    private static String side(Optional<Column<?>> column, Check check, Function<Column<?>, String> number) {
        return column.map(number).orElse(Long.toString(check.number()));
    }

    /** Returns the line of a column. */
    public static String column(Column<?> column, String type) {
        return Naming.quoted(column.name()) + " " + type + (column.nullable() ? "" : " NOT NULL");
    }

    /** Returns whether some index sorts by the column's value, which is a decimal. */
    public static boolean sortsByDecimal(SqlTable table, Column<?> column) {
        return column.type() == ColumnType.DECIMAL
                && table.table().indexes().stream()
                        .anyMatch(index -> index.columns().contains(column));
    }
}
