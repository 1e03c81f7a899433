package dev.commercekit.jdbc.session;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Where the statements of one connection come from. */
interface Statements {

    /** Returns a statement, which {@link #done} takes back. */
    PreparedStatement prepare(String text) throws SQLException;

    /** Takes a statement back that was carried out. */
    void done(PreparedStatement statement) throws SQLException;
}
