package dev.commercekit.jdbc;

import static dev.commercekit.jdbc.Things.newThing;
import static dev.commercekit.jdbc.Things.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.transaction.Durability;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which commits PostgreSQL does not await on disk. */
class RelaxedCommitTest {

    private static final String OFF = "set_config('synchronous_commit', 'off', true)";

    private Wiretap wire;
    private JdbcStorage storage;

    @BeforeEach
    void open() {
        wire = new Wiretap(PostgresServer.pool());
        storage = JdbcStorage.on(wire.dataSource(), PostgresServer.newSchema());
        storage.open(Things.TABLES);
        storage.commit(set(newThing("warm")));
        wire.trips.clear();
    }

    @AfterEach
    void close() {
        storage.close();
    }

    private static WriteSet relaxed(String thing) {
        return set(newThing(thing)).durability(Durability.RELAXED);
    }

    @Test
    void aListOfRelaxedSetsIsNotAwaitedAndStillOneRoundTrip() {
        assertThat(storage.commitAll(List.of(relaxed("a"), relaxed("b")))).allMatch(CommitResult::applied);
        assertThat(wire.trips).hasSize(1);
        assertThat(wire.trips.get(0)).startsWith("BEGIN").contains(OFF);
    }

    @Test
    void oneStrictSetMakesItsListStrict() {
        assertThat(storage.commitAll(List.of(relaxed("a"), set(newThing("b")), relaxed("c"))))
                .allMatch(CommitResult::applied);
        assertThat(wire.trips).hasSize(1).noneMatch(sql -> sql.contains("synchronous_commit"));
    }

    @Test
    void eachTryOfARelaxedSetIsRelaxed() {
        assertThat(storage.commit(relaxed("warm"))).isInstanceOf(CommitResult.Refused.class);
        assertThat(wire.trips.stream().filter(sql -> sql.startsWith("BEGIN")))
                .hasSize(2)
                .allMatch(sql -> sql.contains(OFF));
    }

    @Test
    void theSettingEndsWithItsTransaction() throws SQLException {
        try (HikariDataSource pool = PostgresServer.newPool(true)) {
            pool.setMaximumPoolSize(1);
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("SET synchronous_commit = 'local'");
            }
            JdbcStorage one = JdbcStorage.on(pool, PostgresServer.newSchema());
            one.open(Things.TABLES);
            assertThat(one.commit(relaxed("a")).applied()).isTrue();
            assertThat(one.commit(relaxed("a")).applied()).isFalse();
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet setting = statement.executeQuery("SHOW synchronous_commit")) {
                assertThat(setting.next()).isTrue();
                assertThat(setting.getString(1)).isEqualTo("local");
            }
        }
    }
}
