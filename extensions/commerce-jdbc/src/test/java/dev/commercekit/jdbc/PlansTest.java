package dev.commercekit.jdbc;

import static dev.commercekit.jdbc.Things.newThing;
import static dev.commercekit.jdbc.Things.rename;
import static dev.commercekit.jdbc.Things.set;
import static dev.commercekit.testkit.storage.model.ContractTables.thing;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.commercekit.storage.Scan;
import dev.commercekit.storage.table.RowKey;
import dev.commercekit.testkit.storage.model.ContractTables;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** PostgreSQL finds rows by an index, however small the table was when it planned a statement on a connection. */
class PlansTest {

    /** More than the calls after which the driver prepares a statement, and the server takes one plan for all values. */
    private static final int OFTEN = 15;

    @Test
    void noTableIsEverReadFromEndToEnd() throws SQLException {
        JdbcOptions options = PostgresServer.newSchema();
        try (HikariDataSource pool = PostgresServer.newPool(true);
                JdbcStorage storage = JdbcStorage.on(pool, options)) {
            pool.setMaximumPoolSize(1);
            storage.open(Things.TABLES);
            storage.commit(set(newThing("first")));
            analyze(options);
            long before = readFromEndToEnd(pool, options);
            use(storage, 1);
            PostgresServer.execute(
                    "INSERT INTO " + options.schema().orElseThrow() + ".contract_thing (id, name, size, row_version) "
                            + "SELECT 'old-' || i, 'x', 1, 1 FROM generate_series(1, 20000) AS i");
            use(storage, OFTEN + 1);
            analyze(options);
            use(storage, 2 * OFTEN + 1);
            assertThat(readFromEndToEnd(pool, options)).isEqualTo(before);
        }
    }

    /** Reads few rows and many, scans, and writes. */
    private static void use(JdbcStorage storage, int version) {
        List<RowKey> many =
                IntStream.range(0, 1_000).mapToObj(i -> thing("old-" + i)).toList();
        for (int i = 0; i < OFTEN; i++) {
            storage.get(List.of(thing("first"), thing("none")));
            storage.get(many);
            storage.scan(Scan.of(ContractTables.THING, "by_due"));
            storage.commit(set(rename("first", version + i, "again")));
        }
    }

    private static void analyze(JdbcOptions options) {
        PostgresServer.execute("ANALYZE " + options.schema().orElseThrow() + ".contract_thing");
    }

    /** Returns how often, as the one connection of the pool has counted it. */
    private static long readFromEndToEnd(DataSource pool, JdbcOptions options) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_stat_force_next_flush()");
            try (ResultSet row = statement.executeQuery(
                    "SELECT seq_scan FROM pg_stat_user_tables WHERE relname = 'contract_thing' AND schemaname = '"
                            + options.schema().orElseThrow() + "'")) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
