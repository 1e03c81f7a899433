package dev.commercekit.jdbc.dialect.postgres;

import dev.commercekit.jdbc.dialect.Failure;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the error codes of PostgreSQL mean, also where a pool has wrapped them. */
final class PostgresErrors {

    /** Classes of codes with which the server ends a statement, and the transaction with it, but not the connection. */
    private static final Set<String> OF_STATEMENTS =
            Set.of("0A", "21", "22", "23", "25", "2F", "40", "42", "44", "53", "54", "55");

    private PostgresErrors() {}

    static Failure failure(SQLException error) {
        for (Throwable each = error; each != null; each = each.getCause()) {
            for (SQLException one = each instanceof SQLException sql ? sql : null;
                    one != null;
                    one = one.getNextException()) {
                Failure failure = byCode(one.getSQLState());
                if (failure != Failure.OTHER) {
                    return failure;
                }
            }
        }
        return error instanceof SQLTransientConnectionException ? Failure.LOST : Failure.OTHER;
    }

    static boolean surelyUndone(SQLException error) {
        String code = error.getSQLState();
        if (code == null || code.length() != 5) {
            return false;
        }
        boolean unknown = code.equals("40003");
        return !unknown && (code.equals("57014") || OF_STATEMENTS.contains(code.substring(0, 2)));
    }

    /** Returns whether the transaction had failed before, so that the server carries out nothing of it any more. */
    static boolean isOfFailedTransaction(SQLException error) {
        return "25P02".equals(error.getSQLState());
    }

    private static Failure byCode(@Nullable String code) {
        if (code == null || code.length() != 5) {
            return Failure.OTHER;
        }
        return switch (code) {
            case "23505" -> Failure.DUPLICATE;
            case "55P03" -> Failure.BUSY;
            case "40P01", "40001" -> Failure.CONFLICT;
            case "57014" -> Failure.TIMED_OUT;
            case "57P01", "57P02", "57P03", "57P05" -> Failure.LOST;
            case "25006" -> Failure.READ_ONLY;
            case "3D000" -> Failure.NO_DATABASE;
            case "42501" -> Failure.DENIED;
            case "42P01", "42703", "3F000" -> Failure.NO_TABLE;
            default ->
                switch (code.substring(0, 2)) {
                    case "08" -> Failure.LOST;
                    case "28" -> Failure.DENIED;
                    case "53" -> Failure.FULL;
                    default -> Failure.OTHER;
                };
        };
    }
}
