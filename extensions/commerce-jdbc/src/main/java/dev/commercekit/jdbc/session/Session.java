package dev.commercekit.jdbc.session;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection for the time of one call. Transactions are begun and ended by statements, in whatever mode the connection
 * came. Used by one thread.
 */
public final class Session implements AutoCloseable {

    /** The most values of a query that is sent together with others: what the buffers on the way hold for sure. */
    private static final int FEW = 500;

    /** Undoes a transaction that was begun by a statement. */
    static final List<Sql> ROLLBACK = List.of(Sql.of("ROLLBACK"));

    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    private final Connection connection;
    private final Statements statements;
    private final List<Sql> undo;
    private final Return end;
    private boolean open;

    /** Gives a connection back to where it came from. */
    interface Return {

        /** Takes the connection back; a broken one is not to be used again. */
        void take(Connection connection, boolean broken) throws SQLException;
    }

    /** Creates a session; {@code undo} undoes what was begun and not ended. */
    Session(Connection connection, Statements statements, List<Sql> undo, Return end) {
        this.connection = connection;
        this.statements = statements;
        this.undo = undo;
        this.end = end;
    }

    /** Says that something begins which {@link #close} undoes unless {@link #ended} is said before. */
    public void begun() {
        open = true;
    }

    /** Says that it has ended by a statement. */
    public void ended() {
        open = false;
    }

    /** Returns the connection, for what its driver tells of the database. */
    public Connection connection() {
        return connection;
    }

    /** Carries out the statements one after the other. */
    public void run(List<Sql> script) throws SQLException {
        for (Sql sql : script) {
            run(sql);
        }
    }

    /** Returns whether {@link #runTogether} carries the statements out in one round trip, also with a few more that have no values. */
    public static boolean fitsOneTrip(List<Sql> script) {
        int values = 0;
        boolean queries = false;
        for (Sql sql : script) {
            values += sql.size();
            queries |= sql.results() != null;
        }
        return !queries || values <= FEW;
    }

    /** Carries out the statements in order in one round trip, or in several if much is asked for. */
    public void runTogether(List<Sql> script) throws SQLException {
        if (script.size() == 1 || !fitsOneTrip(script)) {
            run(script);
            return;
        }
        StringJoiner text = new StringJoiner(";");
        List<Parameter> values = new ArrayList<>();
        for (Sql sql : script) {
            text.add(sql.text());
            sql.rows().forEach(values::addAll);
        }
        PreparedStatement statement = statements.prepare(text.toString());
        try {
            bind(statement, values);
            boolean returnsRows = statement.execute();
            for (Sql sql : script) {
                if (returnsRows) {
                    read(statement.getResultSet(), sql);
                }
                returnsRows = statement.getMoreResults();
            }
        } finally {
            statements.done(statement);
        }
    }

    private void run(Sql sql) throws SQLException {
        PreparedStatement statement = statements.prepare(sql.text());
        try {
            if (sql.rows().size() == 1) {
                bind(statement, sql.rows().get(0));
                if (statement.execute()) {
                    read(statement.getResultSet(), sql);
                }
            } else {
                for (List<Parameter> values : sql.rows()) {
                    bind(statement, values);
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        } finally {
            statements.done(statement);
        }
    }

    private static void bind(PreparedStatement statement, List<Parameter> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            values.get(i).set(statement, i + 1);
        }
    }

    private static void read(ResultSet rows, Sql sql) throws SQLException {
        try (rows) {
            Sql.Reader reader = sql.results();
            while (reader != null && rows.next()) {
                reader.read(rows);
            }
        }
    }

    /** Undoes what was not ended, and gives the connection back as it was found. */
    @Override
    public void close() {
        boolean broken = false;
        if (open) {
            open = false;
            try {
                run(undo);
            } catch (SQLException failure) {
                broken = true;
                LOG.debug("what was begun could not be undone; the database does it", failure);
            }
        }
        try {
            end.take(connection, broken);
        } catch (SQLException failure) {
            LOG.debug("a connection could not be given back", failure);
        }
    }
}
