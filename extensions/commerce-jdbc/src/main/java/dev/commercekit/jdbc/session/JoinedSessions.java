package dev.commercekit.jdbc.session;

import dev.commercekit.storage.transaction.TransactionNotJoinableException;
import dev.commercekit.storage.transaction.TransactionNotJoinableException.Reason;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Sessions in a transaction of the host. What fails in one is undone up to where it began; the transaction, the connection and
 * its mode stay the host's. Used by one thread.
 */
public final class JoinedSessions implements Sessions {

    private final Connection connection;

    /** Creates them. */
    public JoinedSessions(Connection connection) {
        this.connection = connection;
    }

    /**
     * {@inheritDoc}
     *
     * @throws TransactionNotJoinableException if there is no transaction, as far as the driver knows without asking
     */
    @Override
    public Session open(boolean writes) throws SQLException {
        if (connection.isClosed()) {
            throw new TransactionNotJoinableException(Reason.CLOSED, "the connection is closed");
        }
        if (connection.getAutoCommit()) {
            throw new TransactionNotJoinableException(
                    Reason.NOT_BEGUN, "the connection commits by itself: call setAutoCommit(false) first");
        }
        return new Session(connection, new PlainStatements(connection), Savepoint.UNDO, (back, broken) -> {});
    }

    /** Does nothing: the connection is the host's. */
    @Override
    public void close() {}
}
