package dev.commercekit.jdbc.schema;

import dev.commercekit.jdbc.dialect.Bracket;
import dev.commercekit.jdbc.dialect.Dialect;
import dev.commercekit.jdbc.dialect.Lock;
import dev.commercekit.jdbc.dialect.TableStatements;
import dev.commercekit.jdbc.dialect.Undone;
import dev.commercekit.jdbc.session.Session;
import dev.commercekit.jdbc.session.Sessions;
import dev.commercekit.jdbc.session.Sql;
import dev.commercekit.jdbc.table.Naming;
import dev.commercekit.jdbc.table.SqlTable;
import dev.commercekit.storage.StorageException;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.table.Table;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tables of one database: created where they are missing, and checked. Nothing is ever altered or dropped. */
public final class Schema {

    /** Another instance may be creating the tables. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Dialect dialect;
    private final Naming naming;
    private final TableStatements records;

    /** Creates it. */
    public Schema(Dialect dialect, Naming naming) {
        this.dialect = dialect;
        this.naming = naming;
        this.records = statements(SchemaTable.TABLE);
    }

    private TableStatements statements(Table table) {
        return dialect.statements(SqlTable.of(table, naming));
    }

    /** Returns the statements that create the tables, and the records of how they are made, where they are absent. */
    public List<String> ddl(Collection<Table> tables) {
        List<String> statements = new ArrayList<>(records.create());
        for (Table table : tables) {
            statements.addAll(statements(table).create());
            Row record = SchemaTable.row(table);
            statements.add("INSERT INTO " + naming.table(SchemaTable.TABLE) + " VALUES ('" + table.name() + "', "
                    + SchemaTable.LAYOUT + ", '"
                    + record.get(SchemaTable.DEFINITION).replace("'", "''")
                    + "', 1) ON CONFLICT DO NOTHING");
        }
        return statements;
    }

    /** Creates what is missing, in one transaction and by one instance at a time, and checks everything. */
    public void create(Sessions sessions, Collection<Table> tables) throws Undone {
        run(sessions, true, session -> {
            session.begun();
            Bracket transaction = dialect.transaction();
            session.run(transaction.begin(PATIENCE));
            session.run(dialect.guardCreation(naming.table(SchemaTable.TABLE)));
            Catalog before = Catalog.read(session, dialect, naming);
            List<Sql> script = create(session, before, tables);
            run(session, script);
            check(session, script.isEmpty() ? before : Catalog.read(session, dialect, naming), tables);
            session.run(transaction.end());
            session.ended();
        });
    }

    /** Checks that the tables are there, and made as they are meant. */
    public void validate(Sessions sessions, Collection<Table> tables) throws Undone {
        run(sessions, false, session -> check(session, Catalog.read(session, dialect, naming), tables));
    }

    /** Returns what creates the tables that are missing; a table that was dropped may have its record still. */
    private List<Sql> create(Session session, Catalog catalog, Collection<Table> tables) throws SQLException {
        List<Sql> script = new ArrayList<>();
        Map<String, Row> made = Map.of();
        if (catalog.has(SchemaTable.TABLE)) {
            made = made(session, tables);
        } else {
            records.create().forEach(statement -> script.add(Sql.of(statement)));
        }
        List<Row> unrecorded = new ArrayList<>();
        for (Table table : tables) {
            if (!catalog.has(table)) {
                statements(table).create().forEach(statement -> script.add(Sql.of(statement)));
                if (!made.containsKey(table.name())) {
                    unrecorded.add(SchemaTable.row(table));
                }
            }
        }
        if (!unrecorded.isEmpty()) {
            script.add(records.insert(unrecorded));
        }
        return script;
    }

    private Map<String, Row> made(Session session, Collection<Table> tables) throws SQLException {
        Map<String, Row> made = new HashMap<>();
        List<RowKey> names = tables.stream()
                .map(table -> SchemaTable.TABLE.key(table.name()))
                .toList();
        session.run(List.of(records.read(names, Lock.NONE, row -> made.put(row.get(SchemaTable.NAME), row))));
        return made;
    }

    private void run(Session session, List<Sql> script) throws SQLException {
        if (!script.isEmpty() && dialect.sendsTogether()) {
            session.runTogether(script);
        } else {
            session.run(script);
        }
    }

    private void check(Session session, Catalog catalog, Collection<Table> tables) throws SQLException {
        List<String> problems = new ArrayList<>(catalog.problems(SchemaTable.TABLE));
        if (problems.isEmpty()) {
            Map<String, Row> made = made(session, tables);
            tables.forEach(table -> problems.addAll(problems(table, catalog, made.get(table.name()))));
        }
        if (!problems.isEmpty()) {
            throw new StorageException("the schema does not fit: " + String.join("; ", problems), false);
        }
    }

    private List<String> problems(Table table, Catalog catalog, @Nullable Row made) {
        String name = naming.plain(table);
        if (!catalog.has(table)) {
            return catalog.problems(table);
        }
        if (made == null) {
            return List.of(
                    "table " + name + " was made by somebody else: choose another prefix, or create it by the DDL");
        }
        if (made.get(SchemaTable.MAPPING) != SchemaTable.LAYOUT) {
            boolean later = made.get(SchemaTable.MAPPING) > SchemaTable.LAYOUT;
            return List.of("table " + name + " was made by " + (later ? "a later" : "an earlier")
                    + " version of commerce-jdbc, in layout " + made.get(SchemaTable.MAPPING) + " instead of "
                    + SchemaTable.LAYOUT);
        }
        List<String> problems = new ArrayList<>(catalog.problems(table));
        Definition.difference(made.get(SchemaTable.DEFINITION), Definition.of(table))
                .ifPresent(difference -> problems.add("table " + name + " " + difference));
        return problems;
    }

    private interface Work {
        void on(Session session) throws SQLException;
    }

    private void run(Sessions sessions, boolean writes, Work work) throws Undone {
        boolean connected = false;
        try (Session session = sessions.open(writes)) {
            connected = true;
            work.on(session);
        } catch (SQLException error) {
            throw new Undone(dialect.failure(error), connected, error);
        }
    }
}
