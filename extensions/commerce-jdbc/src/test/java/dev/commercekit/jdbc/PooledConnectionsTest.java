package dev.commercekit.jdbc;

import static dev.commercekit.jdbc.Things.exists;
import static dev.commercekit.jdbc.Things.newThing;
import static dev.commercekit.jdbc.Things.set;
import static dev.commercekit.testkit.storage.model.ContractTables.thing;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.Reading;
import dev.commercekit.testkit.Contention;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections are the host's: they go back as they came, and none is kept between calls. */
class PooledConnectionsTest {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void connectionsGoBackAsTheyCame(boolean autoCommit) throws SQLException {
        JdbcOptions options = PostgresServer.newSchema();
        try (HikariDataSource pool = PostgresServer.newPool(autoCommit);
                JdbcStorage storage = JdbcStorage.on(pool, options)) {
            pool.setMaximumPoolSize(1);
            storage.open(Things.TABLES);
            assertThat(storage.commit(set(newThing("a")))).isInstanceOf(CommitResult.Committed.class);
            assertThat(storage.commit(set(newThing("a")))).isInstanceOf(CommitResult.Refused.class);
            assertThat(exists(storage, thing("a"))).isTrue();
            assertThat(settings(pool)).isEqualTo(settings(PostgresServer.direct()));
            try (Connection connection = pool.getConnection()) {
                assertThat(connection.getAutoCommit()).isEqualTo(autoCommit);
            }
            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"read\\ committed", "repeatable\\ read", "serializable"})
    void anyIsolationMayBeTheDefault(String isolation) {
        DataSource source = PostgresServer.direct(Map.of("options", "-c default_transaction_isolation=" + isolation));
        JdbcOptions options = PostgresServer.newSchema();
        try (JdbcStorage storage = JdbcStorage.on(source, options);
                JdbcStorage other = JdbcStorage.on(PostgresServer.pool(), options)) {
            storage.open(Things.TABLES);
            other.open(Things.TABLES);
            Instant before = other.now();
            other.commit(set(newThing("a")));
            Reading reading = storage.get(List.of(thing("a"), thing("b")));
            assertThat(reading.find(thing("a"))).isPresent();
            assertThat(reading.at()).isAfter(before);
            assertThat(storage.commit(set(newThing("b"))).applied()).isTrue();
        }
    }

    @Test
    void aDataSourceIsNotClosedWithTheStorage() throws SQLException {
        try (HikariDataSource pool = PostgresServer.newPool(true)) {
            try (JdbcStorage storage = JdbcStorage.on(pool, PostgresServer.newSchema())) {
                storage.open(List.of());
            }
            assertThat(settings(pool)).isNotEmpty();
        }
    }

    @Test
    void oneConnectionServesManyThreads() {
        try (HikariDataSource pool = PostgresServer.newPool(true);
                JdbcStorage storage = JdbcStorage.on(pool, PostgresServer.newSchema())) {
            pool.setMaximumPoolSize(1);
            storage.open(Things.TABLES);
            Contention.run(8, number -> {
                for (int i = 0; i < 10; i++) {
                    assertThat(storage.commit(set(newThing(number + "-" + i))).applied())
                            .isTrue();
                }
            });
        }
    }

    /** What a call might have left behind in a session. */
    private static List<String> settings(DataSource source) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT current_setting('lock_timeout'), current_setting('enable_seqscan'), "
                                + "current_setting('default_transaction_isolation'), current_setting('fsync'), "
                                + "current_setting('plan_cache_mode'), current_setting('synchronous_commit')")) {
            row.next();
            for (int i = 1; i <= 6; i++) {
                found.add(row.getString(i));
            }
        }
        assertThat(found.get(3)).as("fsync").isEqualTo("on");
        return found;
    }
}
