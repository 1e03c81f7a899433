package dev.commercekit.jdbc.read;

import dev.commercekit.jdbc.dialect.Bracket;
import dev.commercekit.jdbc.dialect.Dialect;
import dev.commercekit.jdbc.dialect.KnownTables;
import dev.commercekit.jdbc.dialect.Lock;
import dev.commercekit.jdbc.dialect.Undone;
import dev.commercekit.jdbc.session.Session;
import dev.commercekit.jdbc.session.Sessions;
import dev.commercekit.jdbc.session.Sql;
import dev.commercekit.storage.Reading;
import dev.commercekit.storage.Scan;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.storage.table.Table;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Reads rows and the storage's time, without locks; a broken old connection is replaced once. Thread-safe. */
public final class Reader {

    /** Far longer than a read takes where nothing is wrong. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Sessions sessions;
    private final Dialect dialect;
    private final KnownTables tables;
    private final Supplier<Bracket> brackets;
    private final ReadQueue queue = new ReadQueue(this::rows, PATIENCE);

    /** Creates it; {@code brackets} make each call a transaction, or a part of one. */
    public Reader(Sessions sessions, Dialect dialect, KnownTables tables, Supplier<Bracket> brackets) {
        this.sessions = sessions;
        this.dialect = dialect;
        this.tables = tables;
        this.brackets = brackets;
    }

    /** Returns the storage's time. */
    public Instant now() {
        Bracket bracket = brackets.get();
        if (bracket.joined()) {
            return readAt(List.of());
        }
        AtomicReference<Instant> time = new AtomicReference<>();
        read(bracket, List.of(dialect.time(time::set)), false);
        return Objects.requireNonNull(time.get());
    }

    /** Returns the rows with the keys, in their order. */
    public Reading get(Collection<RowKey> keys) {
        return queue.get(keys);
    }

    /** One statement for each table, in the order of their names, so that the same tables make the same text. */
    private Reading rows(Collection<RowKey> distinct) {
        Map<Table, List<RowKey>> byTable = new TreeMap<>(Comparator.comparing(Table::name));
        distinct.forEach(key ->
                byTable.computeIfAbsent(key.table(), table -> new ArrayList<>()).add(key));
        Map<RowKey, Row> found = new HashMap<>();
        List<Sql> script = new ArrayList<>();
        boolean single = distinct.size() == byTable.size();
        byTable.forEach((table, some) ->
                script.add(tables.statements(table, single).read(some, Lock.NONE, row -> found.put(row.key(), row))));
        Instant at = readAt(script);
        return new Reading(
                distinct.stream().map(found::get).filter(Objects::nonNull).toList(), at);
    }

    /** Returns the rows of a scan. */
    public Reading scan(Scan scan) {
        // A query that runs twice, on a second connection, must not leave the rows of the first.
        Map<RowKey, Row> rows = new LinkedHashMap<>();
        Sql sql = tables.statements(scan.table()).scan(scan, row -> rows.put(row.key(), row));
        Instant at = readAt(List.of(sql));
        return new Reading(List.copyOf(rows.values()), at);
    }

    private Instant readAt(List<Sql> queries) {
        AtomicReference<Instant> time = new AtomicReference<>();
        Bracket bracket = brackets.get();
        boolean together = dialect.sendsTogether() && Session.fitsOneTrip(queries);
        List<Sql> end = bracket.endRead(together);
        List<Sql> script = new ArrayList<>(bracket.beginRead(together));
        script.addAll(queries);
        script.add(dialect.time(time::set));
        script.addAll(end);
        read(bracket, script, !end.isEmpty());
        return Objects.requireNonNull(time.get());
    }

    private void read(Bracket bracket, List<Sql> script, boolean begins) {
        try {
            try {
                once(script, begins);
            } catch (Undone undone) {
                if (bracket.joined() || !undone.staleConnection()) {
                    throw undone;
                }
                once(script, begins);
            }
        } catch (Undone undone) {
            throw bracket.joined() ? undone.inTransaction() : undone.toStorageException();
        }
    }

    private void once(List<Sql> script, boolean begins) throws Undone {
        boolean connected = false;
        try (Session session = sessions.open(false)) {
            connected = true;
            if (begins) {
                session.begun();
            }
            if (dialect.sendsTogether()) {
                session.runTogether(script);
            } else {
                session.run(script);
            }
            session.ended();
        } catch (SQLException error) {
            throw new Undone(dialect.failure(error), connected, error);
        }
    }
}
