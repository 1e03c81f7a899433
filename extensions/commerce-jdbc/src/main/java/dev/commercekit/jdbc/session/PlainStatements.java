package dev.commercekit.jdbc.session;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The statements of a connection of the host, of which none stays open; its driver or its pool may keep them. */
record PlainStatements(Connection connection) implements Statements {

    @Override
    public PreparedStatement prepare(String text) throws SQLException {
        return connection.prepareStatement(text);
    }

    @Override
    public void done(PreparedStatement statement) throws SQLException {
        statement.close();
    }
}
