package dev.commercekit.jdbc.dialect.postgres;

import dev.commercekit.jdbc.dialect.AtOnce;
import dev.commercekit.jdbc.dialect.CreateSql;
import dev.commercekit.jdbc.dialect.Foreseen;
import dev.commercekit.jdbc.dialect.Foreseen.Form;
import dev.commercekit.jdbc.dialect.Foreseen.Kind;
import dev.commercekit.jdbc.dialect.KnownTables;
import dev.commercekit.jdbc.session.Parameter;
import dev.commercekit.jdbc.session.Sql;
import dev.commercekit.jdbc.table.Naming;
import dev.commercekit.jdbc.table.SqlTable;
import dev.commercekit.storage.table.Column;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * All changes of a commit as parts of one WITH. PostgreSQL promises no order of its parts, so each begins with a condition that only
 * the end of the part before it can answer: how many rows that has changed. If it is another number than was foreseen, nothing behind
 * it is done, and the last condition raises an error instead of telling the time.
 */
final class PostgresAtOnce implements AtOnce {

    private static final String NUMBER = "int8";

    /** More statements than a shop has ways to commit, and few enough to be kept. */
    private static final int STATEMENTS = 1_000;

    private final KnownTables tables;
    private final Map<Shape, Statement> statements = new ConcurrentHashMap<>();

    private record Shape(PostgresShape rows, List<Form> forms) {}

    /** A text, and the types of the values of each part. */
    private record Statement(String text, List<List<String>> types) {}

    PostgresAtOnce(KnownTables tables) {
        this.tables = tables;
    }

    @Override
    public Sql sql(List<Foreseen> changes, Consumer<Instant> time) {
        boolean one = changes.stream().allMatch(part -> part.rows().size() == 1);
        PostgresShape rows = one ? PostgresShape.ONE : PostgresShape.MANY;
        Shape shape = new Shape(rows, changes.stream().map(Foreseen::form).toList());
        Statement statement = statements.get(shape);
        if (statement == null) {
            statement = new Statement(
                    text(shape),
                    shape.forms().stream().map(PostgresAtOnce::types).toList());
            if (statements.size() < STATEMENTS) {
                statements.put(shape, statement);
            }
        }
        return Sql.answer(
                statement.text(),
                values(rows, changes, statement.types()),
                row -> time.accept(row.getObject(1, OffsetDateTime.class).toInstant()));
    }

    /** The values of each part, and after those of the next one, or of the condition behind all, how many rows it changes. */
    private static List<Parameter> values(PostgresShape rows, List<Foreseen> changes, List<List<String>> allTypes) {
        List<Parameter> values = new ArrayList<>();
        Long changed = null;
        for (int part = 0; part < changes.size(); part++) {
            List<@Nullable Object[]> all = changes.get(part).rows();
            List<String> types = allTypes.get(part);
            boolean inserts = changes.get(part).form().kind() == Kind.INSERT;
            if (inserts && changed != null) {
                values.add(Parameter.of(changed));
                changed = null;
            }
            for (int i = 0; i < types.size(); i++) {
                values.add(rows.parameter(types.get(i), PostgresValues.sent(types.get(i), all, i)));
            }
            if (changed != null) {
                values.add(Parameter.of(changed));
            }
            changed = inserts ? null : Long.valueOf(all.size());
        }
        return values;
    }

    /** The types of the values of a row. */
    private static List<String> types(Form form) {
        List<String> types = new ArrayList<>();
        switch (form.kind()) {
            case INSERT -> types.addAll(PostgresValues.types(form.table().columns()));
            case UPDATE -> {
                types.addAll(PostgresValues.types(form.table().key()));
                types.addAll(PostgresValues.types(form.columns(), NUMBER));
            }
            default -> types.addAll(PostgresValues.types(form.table().key(), NUMBER, NUMBER, NUMBER, NUMBER));
        }
        form.timed().stream().forEach(place -> types.set(place, NUMBER));
        return types;
    }

    private String text(Shape shape) {
        boolean timeFirst = shape.forms().stream()
                .anyMatch(form -> form.kind() == Kind.UPDATE && !form.timed().isEmpty());
        List<String> parts = new ArrayList<>();
        if (timeFirst) {
            parts.add("began AS MATERIALIZED (SELECT clock_timestamp() AS at)");
        }
        String done = "";
        int number = 0;
        boolean held = false;
        for (Form form : shape.forms()) {
            if (form.kind() == Kind.INSERT && !held) {
                parts.add("held AS MATERIALIZED (SELECT " + time(timeFirst, done) + " AS at)");
                held = true;
                done = "";
            }
            String name = "part" + number++;
            parts.add(name + " AS (" + part(form, shape.rows(), done) + " RETURNING 1)");
            done = "(SELECT count(*) FROM " + name + ")";
        }
        return "WITH " + String.join(", ", parts) + " SELECT at FROM held WHERE " + done + " > 0";
    }

    /** What tells the time where the last change was of as many rows as foreseen, and raises an error elsewhere. */
    private static String time(boolean first, String changed) {
        String time = first ? "(SELECT at FROM began)" : "clock_timestamp()";
        return changed.isEmpty()
                ? time
                : "CASE WHEN " + changed + " = ?::int8 THEN " + time + " ELSE ('not as foreseen: ' || " + changed
                        + ")::timestamptz END";
    }

    private String part(Form form, PostgresShape rows, String before) {
        SqlTable table = tables.named(form.table());
        List<String> types = types(form);
        String now = form.kind() == Kind.INSERT ? "held.at" : "(SELECT at FROM began)";
        String values = IntStream.range(0, types.size())
                .mapToObj(i -> form.timed().get(i)
                        ? now + " + " + rows.column(NUMBER) + " * interval '1 microsecond'"
                        : rows.column(types.get(i)))
                .collect(Collectors.joining(", ", "SELECT ", ""));
        if (form.kind() == Kind.INSERT) {
            return "INSERT INTO " + table.name() + " (" + String.join(", ", table.columnNames()) + ", "
                    + SqlTable.VERSION + ") " + values + ", 1 FROM held"
                    + (before.isEmpty() ? "" : " WHERE " + before + " > 0");
        }
        String given = values + (before.isEmpty() ? "" : " WHERE " + before + " = ?::int8");
        return "UPDATE " + table.name() + " AS t SET " + set(form) + " FROM ("
                + locked(table, rows, given, types.size()) + ") AS k(" + places(types.size()) + ") WHERE "
                + byKey(table) + " AND " + condition(table, form);
    }

    private static String set(Form form) {
        int keys = form.table().key().size();
        int columns = form.columns().size();
        if (form.kind() == Kind.ADD) {
            String column = Naming.quoted(form.columns().get(0).name());
            return SqlTable.VERSION + " = t." + SqlTable.VERSION + " + k.v" + (keys + 1) + ", " + column + " = t."
                    + column + " + k.v" + keys;
        }
        return IntStream.range(0, columns)
                .mapToObj(i -> Naming.quoted(form.columns().get(i).name()) + " = k.v" + (keys + i))
                .collect(Collectors.joining(", ", SqlTable.VERSION + " = k.v" + (keys + columns) + " + 1, ", ""))
                .replaceFirst(", $", "");
    }

    private static String condition(SqlTable table, Form form) {
        int keys = form.table().key().size();
        if (form.kind() == Kind.UPDATE) {
            return "t." + SqlTable.VERSION + " = k.v" + (keys + form.columns().size());
        }
        Column<?> added = form.columns().get(0);
        String old = "t." + Naming.quoted(added.name());
        String sum = "(" + old + " + k.v" + keys + ")";
        String checks =
                CreateSql.conditions(table, column -> column.equals(added) ? sum : "t." + Naming.quoted(column.name()))
                        .stream()
                        .map(check -> " AND (" + check + ") IS NOT FALSE")
                        .collect(Collectors.joining());
        return old + " BETWEEN k.v" + (keys + 2) + " AND k.v" + (keys + 3) + checks;
    }

    /** Many rows are locked in their order before they are changed: an update alone would change them in any. */
    private static String locked(SqlTable table, PostgresShape rows, String given, int places) {
        return rows == PostgresShape.ONE
                ? given
                : "SELECT k.* FROM (" + given + ") AS k(" + places(places) + "), LATERAL (SELECT 1 FROM " + table.name()
                        + " AS t WHERE " + byKey(table) + " FOR UPDATE) AS l OFFSET 0";
    }

    private static String byKey(SqlTable table) {
        List<String> names = table.keyNames();
        return IntStream.range(0, names.size())
                .mapToObj(i -> "t." + names.get(i) + " = k.v" + i)
                .collect(Collectors.joining(" AND "));
    }

    private static String places(int number) {
        return IntStream.range(0, number).mapToObj(i -> "v" + i).collect(Collectors.joining(", "));
    }
}
