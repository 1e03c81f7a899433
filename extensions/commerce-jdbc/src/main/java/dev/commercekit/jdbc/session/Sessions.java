package dev.commercekit.jdbc.session;

import java.sql.SQLException;

/** Where sessions come from. Thread-safe. */
public interface Sessions extends AutoCloseable {

    /** Opens a session for a call; whoever opens it closes it. */
    Session open(boolean writes) throws SQLException;

    /** Closes what it owns, in bounded time. */
    @Override
    void close();
}
