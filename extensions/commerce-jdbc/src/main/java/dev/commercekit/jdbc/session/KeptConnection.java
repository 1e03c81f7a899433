package dev.commercekit.jdbc.session;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection that stays open, with the statements that were used last. Used by one thread at a time. */
final class KeptConnection implements Statements {

    private static final int STATEMENTS = 200;

    private static final Logger LOG = LoggerFactory.getLogger(KeptConnection.class);

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new LinkedHashMap<>(16, 0.75f, true);

    KeptConnection(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    @Override
    public PreparedStatement prepare(String text) throws SQLException {
        PreparedStatement statement = prepared.get(text);
        if (statement == null) {
            statement = connection.prepareStatement(text);
            prepared.put(text, statement);
        }
        return statement;
    }

    @Override
    public void done(PreparedStatement statement) throws SQLException {
        statement.clearBatch();
        if (prepared.size() > STATEMENTS) {
            var eldest = prepared.values().iterator();
            eldest.next().close();
            eldest.remove();
        }
    }

    void close() {
        try {
            connection.close();
        } catch (SQLException failure) {
            LOG.warn("a connection to the file could not be closed", failure);
        }
    }
}
