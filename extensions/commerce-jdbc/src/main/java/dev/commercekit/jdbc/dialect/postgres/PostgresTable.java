package dev.commercekit.jdbc.dialect.postgres;

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
import dev.commercekit.storage.table.Index;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.table.Table;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The statements of one table, for rows in one shape. A row is looked up by a subquery of its own for each key, which the planner
 * can only answer by the primary key, and which locks in the order of the keys.
 */
final class PostgresTable implements TableStatements {

    private final SqlTable table;
    private final Table data;
    private final PostgresShape shape;
    private final TableStatements single;
    private final String keys;
    private final String byKey;
    private final String select;
    private final String insert;
    private final Map<Lock, String> reads = new EnumMap<>(Lock.class);

    /** The texts of updates by their columns, of which there are few. */
    private final Map<List<Column<?>>, String> updates = new ConcurrentHashMap<>();

    PostgresTable(SqlTable table) {
        this(table, PostgresShape.MANY);
    }

    private PostgresTable(SqlTable table, PostgresShape shape) {
        this.table = table;
        this.data = table.table();
        this.shape = shape;
        this.single = shape == PostgresShape.ONE ? this : new PostgresTable(table, PostgresShape.ONE);
        List<Column<?>> key = data.key();
        this.keys = "(" + shape.rows(PostgresValues.types(key)) + ") AS k(" + marks("k", key.size()) + ")";
        this.byKey = IntStream.range(0, key.size())
                .mapToObj(i -> "t." + table.keyNames().get(i) + " = k.k" + i)
                .collect(Collectors.joining(" AND "));
        String columns = String.join(", ", table.columnNames()) + ", " + SqlTable.VERSION;
        this.select = "SELECT " + columns + " FROM " + table.name() + " AS t";
        this.insert = "INSERT INTO " + table.name() + " (" + columns + ") "
                + shape.rows(PostgresValues.types(data.columns(), "int8"));
        for (Lock lock : Lock.values()) {
            reads.put(lock, readUnder(lock));
        }
    }

    @Override
    public TableStatements single() {
        return single;
    }

    private String readUnder(Lock lock) {
        String locking = switch (lock) {
            case NONE -> "";
            case SHARED -> " FOR SHARE";
            case EXCLUSIVE -> " FOR UPDATE";
        };
        return "SELECT r.* FROM " + keys + ", LATERAL (" + select + " WHERE " + byKey + locking + ") AS r";
    }

    @Override
    public Sql read(List<RowKey> wanted, Lock lock, Consumer<Row> rows) {
        String text = Objects.requireNonNull(reads.get(lock));
        return Sql.query(text, PostgresValues.keys(shape, data, wanted), RowSql.rows(data, PostgresValues::read, rows));
    }

    @Override
    public Sql findLocked(List<RowKey> wanted, Consumer<RowKey> locked) {
        String text = "SELECT " + marks("k.k", data.key().size()) + " FROM " + keys + " JOIN " + table.name()
                + " AS t ON " + byKey + " LEFT JOIN LATERAL (SELECT true AS free FROM " + table.name() + " AS t WHERE "
                + byKey + " FOR UPDATE SKIP LOCKED) AS f ON true WHERE f.free IS NULL";
        return Sql.query(
                text, PostgresValues.keys(shape, data, wanted), RowSql.keys(data, PostgresValues::read, locked));
    }

    @Override
    public Sql scan(Scan scan, Consumer<Row> rows) {
        return ScanSql.of(select, table, scan, ORDERING, RowSql.rows(data, PostgresValues::read, rows));
    }

    @Override
    public Sql insert(List<Row> rows) {
        List<Parameter> values = PostgresValues.columns(shape, data.columns(), rows);
        return Sql.change(insert, values);
    }

    @Override
    public Sql update(List<Column<?>> columns, List<Row> rows) {
        List<Column<?>> all = new ArrayList<>(data.key());
        all.addAll(columns);
        String text = updates.computeIfAbsent(List.copyOf(columns), some -> updateOf(some, all));
        return Sql.change(text, PostgresValues.columns(shape, all, rows));
    }

    private String updateOf(List<Column<?>> columns, List<Column<?>> all) {
        StringBuilder text = new StringBuilder("UPDATE ")
                .append(table.name())
                .append(" AS t SET ")
                .append(SqlTable.VERSION)
                .append(" = k.v");
        for (int i = 0; i < columns.size(); i++) {
            text.append(", ")
                    .append(Naming.quoted(columns.get(i).name()))
                    .append(" = k.c")
                    .append(i);
        }
        text.append(" FROM (")
                .append(shape.rows(PostgresValues.types(all, "int8")))
                .append(") AS k(");
        text.append(marks("k", data.key().size()));
        if (!columns.isEmpty()) {
            text.append(", ").append(marks("c", columns.size()));
        }
        return text.append(", v) WHERE ").append(byKey).toString();
    }

    @Override
    public Sql delete(List<RowKey> gone) {
        String text = "DELETE FROM " + table.name() + " AS t USING " + keys + " WHERE " + byKey;
        return Sql.change(text, PostgresValues.keys(shape, data, gone));
    }

    @Override
    public List<String> create() {
        List<String> lines = new ArrayList<>();
        data.columns().forEach(column -> lines.add(CreateSql.column(column, PostgresValues.declaration(column))));
        lines.add(SqlTable.VERSION + " bigint NOT NULL");
        lines.add("PRIMARY KEY (" + String.join(", ", table.keyNames()) + ")");
        lines.addAll(CreateSql.checks(table, column -> Naming.quoted(column.name())));
        List<String> statements = new ArrayList<>();
        statements.add(
                "CREATE TABLE IF NOT EXISTS " + table.name() + " (\n    " + String.join(",\n    ", lines) + "\n)");
        for (Index index : data.indexes()) {
            statements.add(CreateSql.index(table, index, column -> Naming.quoted(column.name())));
        }
        return statements;
    }

    private static String marks(String name, int number) {
        return IntStream.range(0, number).mapToObj(i -> name + i).collect(Collectors.joining(", "));
    }

    private static final ScanSql.Ordering ORDERING = new ScanSql.Ordering() {
        @Override
        public String expression(Column<?> column) {
            return Naming.quoted(column.name());
        }

        @Override
        public Parameter value(Column<?> column, Object value) {
            return PostgresValues.single(value);
        }
    };
}
