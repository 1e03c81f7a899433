package dev.commercekit.jdbc;

import dev.commercekit.jdbc.dialect.Failure;
import dev.commercekit.jdbc.dialect.Undone;
import dev.commercekit.jdbc.session.Session;
import dev.commercekit.jdbc.session.Sessions;
import java.sql.SQLException;

/** Finds out which database stands behind connections. */
final class Products {

    private Products() {}

    static SqlProduct detect(Sessions sessions) throws Undone {
        try (Session session = sessions.open(false)) {
            return SqlProduct.of(session.connection().getMetaData().getDatabaseProductName());
        } catch (SQLException error) {
            throw new Undone(failure(error), false, error);
        }
    }

    /** The first meaning that any dialect finds in the error, since the database is not known yet. */
    private static Failure failure(SQLException error) {
        for (SqlProduct product : SqlProduct.values()) {
            Failure failure = product.dialect().failure(error);
            if (failure != Failure.OTHER) {
                return failure;
            }
        }
        return Failure.OTHER;
    }
}
