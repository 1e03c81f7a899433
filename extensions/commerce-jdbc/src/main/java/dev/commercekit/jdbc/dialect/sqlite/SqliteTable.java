package dev.commercekit.jdbc.dialect.sqlite;

import dev.commercekit.jdbc.dialect.CreateSql;
import dev.commercekit.jdbc.dialect.Lock;
import dev.commercekit.jdbc.dialect.RowSql;
import dev.commercekit.jdbc.dialect.ScanSql;
import dev.commercekit.jdbc.dialect.TableStatements;
import dev.commercekit.jdbc.session.Parameter;
import dev.commercekit.jdbc.session.Sql;
import dev.commercekit.jdbc.table.Naming;
import dev.commercekit.jdbc.table.SqlTable;
import dev.commercekit.storage.Scan;
import dev.commercekit.storage.table.Column;
import dev.commercekit.storage.table.ColumnType;
import dev.commercekit.storage.table.Index;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.table.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The statements of one table. Decimals are text, which keeps them exact; a decimal by which an index sorts has a second
 * column beside it, whose text sorts as the numbers do.
 */
final class SqliteTable implements TableStatements, ScanSql.Ordering {

    private static final String ORDER = "__order";

    private final SqlTable table;
    private final Table data;
    private final String select;
    private final String byKey;

    SqliteTable(SqlTable table) {
        this.table = table;
        this.data = table.table();
        this.select = "SELECT t." + String.join(", t.", table.columnNames()) + ", t." + SqlTable.VERSION + " FROM ";
        this.byKey = table.keyNames().stream().map(name -> name + " = ?").collect(Collectors.joining(" AND "));
    }

    @Override
    public Sql read(List<RowKey> keys, Lock lock, Consumer<Row> rows) {
        List<String> conditions = new ArrayList<>();
        List<String> names = table.keyNames();
        for (int i = 0; i < names.size(); i++) {
            conditions.add("t." + names.get(i) + " = k.value" + (names.size() == 1 ? "" : " ->> " + i));
        }
        String text = select + "json_each(?) AS k CROSS JOIN " + table.name() + " AS t WHERE "
                + String.join(" AND ", conditions);
        return Sql.query(text, List.of(Parameter.of(KeyList.json(keys))), RowSql.rows(data, SqliteValues::read, rows));
    }

    @Override
    public Sql findLocked(List<RowKey> keys, Consumer<RowKey> locked) {
        return Sql.of("SELECT 1 WHERE false");
    }

    @Override
    public Sql scan(Scan scan, Consumer<Row> rows) {
        return ScanSql.of(
                select + table.name() + " AS t", table, scan, this, RowSql.rows(data, SqliteValues::read, rows));
    }

    @Override
    public Sql insert(List<Row> rows) {
        List<String> names = new ArrayList<>();
        data.columns().forEach(column -> names.addAll(names(column)));
        names.add(SqlTable.VERSION);
        String marks = String.join(", ", Collections.nCopies(names.size(), "?"));
        String text = "INSERT INTO " + table.name() + " (" + String.join(", ", names) + ") VALUES (" + marks + ")";
        return Sql.changes(
                text, rows.stream().map(row -> values(data.columns(), row)).toList());
    }

    @Override
    public Sql update(List<Column<?>> columns, List<Row> rows) {
        List<String> names = new ArrayList<>();
        columns.forEach(column -> names.addAll(names(column)));
        names.add(SqlTable.VERSION);
        String set = names.stream().map(name -> name + " = ?").collect(Collectors.joining(", "));
        List<List<Parameter>> all = new ArrayList<>();
        for (Row row : rows) {
            List<Parameter> values = values(columns, row);
            row.key().values().forEach(value -> values.add(SqliteValues.parameter(value)));
            all.add(values);
        }
        return Sql.changes("UPDATE " + table.name() + " SET " + set + " WHERE " + byKey, all);
    }

    @Override
    public Sql delete(List<RowKey> keys) {
        return Sql.changes(
                "DELETE FROM " + table.name() + " WHERE " + byKey,
                keys.stream()
                        .map(key -> key.values().stream()
                                .map(SqliteValues::parameter)
                                .toList())
                        .toList());
    }

    @Override
    public List<String> create() {
        List<String> lines = new ArrayList<>();
        for (Column<?> column : data.columns()) {
            lines.add(CreateSql.column(column, column.type() == ColumnType.LONG ? "INTEGER" : "TEXT"));
            if (CreateSql.sortsByDecimal(table, column)) {
                lines.add(column.name() + ORDER + " TEXT");
            }
        }
        lines.add(SqlTable.VERSION + " INTEGER NOT NULL");
        lines.add("PRIMARY KEY (" + String.join(", ", table.keyNames()) + ")");
        // Rounding to a floating number never turns an order of two decimals around, so no good row breaks a check.
        lines.addAll(CreateSql.checks(
                table,
                column -> column.type() == ColumnType.DECIMAL
                        ? "CAST(" + Naming.quoted(column.name()) + " AS REAL)"
                        : Naming.quoted(column.name())));
        List<String> statements = new ArrayList<>();
        statements.add("CREATE TABLE IF NOT EXISTS " + table.name() + " (\n    " + String.join(",\n    ", lines)
                + "\n) STRICT");
        for (Index index : data.indexes()) {
            statements.add(CreateSql.index(table, index, this::expression));
        }
        return statements;
    }

    @Override
    public String expression(Column<?> column) {
        return CreateSql.sortsByDecimal(table, column) ? column.name() + ORDER : Naming.quoted(column.name());
    }

    @Override
    public Parameter value(Column<?> column, Object value) {
        return value instanceof BigDecimal number
                ? Parameter.of(DecimalOrder.text(number))
                : SqliteValues.parameter(value);
    }

    private List<String> names(Column<?> column) {
        String name = Naming.quoted(column.name());
        return CreateSql.sortsByDecimal(table, column) ? List.of(name, column.name() + ORDER) : List.of(name);
    }

    /** The values of the columns and the version. */
    private List<Parameter> values(List<Column<?>> columns, Row row) {
        List<Parameter> values = new ArrayList<>();
        for (Column<?> column : columns) {
            Object value = row.find(column).orElse(null);
            values.add(SqliteValues.parameter(value));
            if (CreateSql.sortsByDecimal(table, column)) {
                values.add(Parameter.of(value instanceof BigDecimal number ? DecimalOrder.text(number) : null));
            }
        }
        values.add(Parameter.of(row.version()));
        return values;
    }
}
