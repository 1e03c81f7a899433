package dev.commercekit.jdbc;

import dev.commercekit.jdbc.dialect.Failure;
import dev.commercekit.jdbc.dialect.Undone;
import dev.commercekit.jdbc.session.Session;
import dev.commercekit.jdbc.session.Sessions;
import dev.commercekit.jdbc.session.Sql;
import dev.commercekit.storage.StorageException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Finds out which database stands behind connections, and whether it keeps any text. */
final class Products {

    private Products() {}

    static SqlProduct detect(Sessions sessions) throws Undone {
        try (Session session = sessions.open(false)) {
            SqlProduct product =
                    SqlProduct.of(session.connection().getMetaData().getDatabaseProductName());
            if (product == SqlProduct.POSTGRESQL) {
                session.run(List.of(Sql.query("SHOW server_encoding", List.of(), Products::requireUnicode)));
            }
            return product;
        } catch (SQLException error) {
            throw new Undone(failure(error), false, error);
        }
    }

    /** Found out here, since otherwise the first name with a letter that the encoding lacks would. */
    private static void requireUnicode(ResultSet row) throws SQLException {
        String encoding = row.getString(1);
        if (!encoding.equals("UTF8")) {
            throw new StorageException("the database keeps text as " + encoding + ": create it with UTF8", false);
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
