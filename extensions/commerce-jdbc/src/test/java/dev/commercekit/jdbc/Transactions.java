package dev.commercekit.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Connections of a host, whose transactions the host begins and ends by itself; those that it forgets are closed at the end. */
final class Transactions implements AutoCloseable {

    private final DataSource source;
    private final Consumer<Connection> first;
    private final Deque<Connection> open = new ConcurrentLinkedDeque<>();

    Transactions(DataSource source) {
        this(source, connection -> {});
    }

    /** Creates them; {@code first} is what the host does first in each transaction. */
    Transactions(DataSource source, Consumer<Connection> first) {
        this.source = source;
        this.first = first;
    }

    /** Begins a transaction on a connection of its own. */
    Connection begin() {
        try {
            Connection connection = source.getConnection();
            open.push(connection);
            connection.setAutoCommit(false);
            first.accept(connection);
            return connection;
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    void commit(Connection transaction) {
        end(transaction, true);
    }

    void rollBack(Connection transaction) {
        end(transaction, false);
    }

    private void end(Connection transaction, boolean keep) {
        try (transaction) {
            if (keep) {
                transaction.commit();
            } else {
                transaction.rollback();
            }
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    /** Carries out a statement of the host. */
    static void execute(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new AssertionError(sql, failure);
        }
    }

    @Override
    public void close() throws SQLException {
        while (!open.isEmpty()) {
            try (Connection connection = open.pop()) {
                if (!connection.isClosed() && !connection.getAutoCommit()) {
                    connection.rollback();
                }
            }
        }
    }
}
