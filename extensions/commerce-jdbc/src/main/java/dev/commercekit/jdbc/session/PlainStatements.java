package dev.commercekit.jdbc.session;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The statements of a connection of the host, of which none stays open; its driver or its pool may keep them. */
record PlainStatements(Connection connection) implements Statements {

    @Override
    public PreparedStatement prepare(String text) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text);
        // In a transaction of the host its driver may fetch a few rows at a time, from what the savepoint takes with
        // it.
        statement.setFetchSize(0);
        return statement;
    }

    @Override
    public void done(PreparedStatement statement) throws SQLException {
        statement.close();
    }
}
