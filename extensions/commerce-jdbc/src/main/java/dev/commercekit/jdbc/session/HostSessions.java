package dev.commercekit.jdbc.session;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Sessions on the connections of the host's pool, which get them back in the mode in which they came. */
public final class HostSessions implements Sessions {

    private final DataSource source;

    /** Creates them; the data source is never closed. */
    public HostSessions(DataSource source) {
        this.source = source;
    }

    @Override
    public Session open(boolean writes) throws SQLException {
        Connection connection = source.getConnection();
        boolean automatic;
        try {
            automatic = connection.getAutoCommit();
            if (!automatic) {
                connection.setAutoCommit(true);
            }
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
        return new Session(connection, new PlainStatements(connection), Session.ROLLBACK, (back, broken) -> {
            try (back) {
                if (!automatic && !broken) {
                    back.setAutoCommit(false);
                }
            }
        });
    }

    @Override
    public void close() {
        // The data source is the host's.
    }
}
