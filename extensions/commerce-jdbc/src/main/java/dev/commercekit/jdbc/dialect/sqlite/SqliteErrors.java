package dev.commercekit.jdbc.dialect.sqlite;

import dev.commercekit.jdbc.dialect.Failure;
import java.sql.SQLException;

/** What the result codes of SQLite mean; the extended ones stand in the driver's message only. */
final class SqliteErrors {

    private SqliteErrors() {}

    static Failure failure(SQLException error) {
        String message = String.valueOf(error.getMessage());
        return switch (error.getErrorCode()) {
            case 5, 6 -> message.contains("SQLITE_BUSY_SNAPSHOT") ? Failure.OLD : Failure.BUSY;
            case 13 -> Failure.FULL;
            case 8 -> Failure.READ_ONLY;
            case 3, 23 -> Failure.DENIED;
            case 14 -> Failure.NO_DATABASE;
            case 11, 26 -> Failure.NOT_A_DATABASE;
            case 19 ->
                message.contains("SQLITE_CONSTRAINT_PRIMARYKEY") || message.contains("SQLITE_CONSTRAINT_UNIQUE")
                        ? Failure.DUPLICATE
                        : Failure.OTHER;
            default ->
                message.contains("no such table") || message.contains("no such column")
                        ? Failure.NO_TABLE
                        : Failure.OTHER;
        };
    }
}
