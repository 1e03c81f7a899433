package dev.commercekit.jdbc;

import static dev.commercekit.jdbc.Things.exists;
import static dev.commercekit.jdbc.Things.newStock;
import static dev.commercekit.jdbc.Things.newThing;
import static dev.commercekit.jdbc.Things.onHand;
import static dev.commercekit.jdbc.Things.rename;
import static dev.commercekit.jdbc.Things.set;
import static dev.commercekit.jdbc.Things.take;
import static dev.commercekit.testkit.storage.model.ContractTables.thing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.StorageException;
import dev.commercekit.storage.WriteSet;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows that a foreign transaction holds for long. */
class HeldRowsTest {

    private final JdbcOptions options =
            PostgresServer.newSchema().withLockTimeouts(Duration.ofMillis(300), Duration.ofMillis(50));
    private final Wiretap wire = new Wiretap(PostgresServer.pool());
    private JdbcStorage storage;
    private Connection foreign;

    @BeforeEach
    void open() throws SQLException {
        storage = JdbcStorage.on(wire.dataSource(), options);
        storage.open(Things.TABLES);
        storage.commit(set(newThing("held"), newThing("free"), newStock("a", 10)));
        foreign = PostgresServer.direct().getConnection();
        foreign.setAutoCommit(false);
    }

    @AfterEach
    void close() throws SQLException {
        foreign.rollback();
        foreign.close();
        storage.close();
    }

    private void byForeigner(String sql) throws SQLException {
        try (Statement statement = foreign.createStatement()) {
            statement.execute(sql.replace("#", options.schema().orElseThrow()));
        }
    }

    private void hold(String id) throws SQLException {
        byForeigner("SELECT * FROM #.contract_thing WHERE id = '" + id + "' FOR UPDATE");
    }

    @Test
    void theOthersOfAListGoThrough() throws SQLException {
        hold("held");
        WriteSet stuck = set(rename("held", 1, "new"), take("a", 1));
        List<CommitResult> results = storage.commitAll(
                List.of(set(newThing("b"), take("a", 1)), stuck, set(rename("free", 1, "new"), take("a", 1))));
        assertThat(results.get(0)).isInstanceOf(CommitResult.Committed.class);
        assertThat(results.get(1)).isInstanceOf(CommitResult.InDoubt.class);
        assertThat(results.get(2)).isInstanceOf(CommitResult.Committed.class);
        assertThat(onHand(storage, "a")).isEqualTo(8);
        foreign.rollback();
        assertThat(storage.commit(stuck)).isInstanceOf(CommitResult.Committed.class);
        assertThat(onHand(storage, "a")).isEqualTo(7);
    }

    @Test
    void whatDependsOnAWaitingSetStaysBehindIt() throws SQLException {
        hold("held");
        List<CommitResult> results = storage.commitAll(List.of(
                set(rename("held", 1, "first")),
                set(newThing("c")),
                set(rename("held", 2, "second"), newThing("d")),
                set(rename("d", 1, "third"))));
        assertThat(results).extracting(CommitResult::applied).containsExactly(false, true, false, false);
        assertThat(results.subList(2, 4)).allMatch(CommitResult.InDoubt.class::isInstance);
    }

    @Test
    void aWaitingSetIsCommittedAsSoonAsTheRowIsFree() throws Exception {
        hold("held");
        CompletableFuture<Void> released = new CompletableFuture<>();
        wire.before = sql -> {
            // The last of the waiting: the list has gone through, and the set asks once more, with more patience.
            if (sql.contains("COMMIT") && sql.contains("INSERT")) {
                foreign.rollback();
                released.complete(null);
            }
        };
        List<CommitResult> results =
                storage.commitAll(List.of(set(newThing("b")), set(rename("held", 1, "new"), newThing("c"))));
        assertThat(released).isDone();
        assertThat(results).allMatch(CommitResult.Committed.class::isInstance);
    }

    @Test
    void oneSetAloneIsAnErrorThatMayBeTriedAgain() throws SQLException {
        hold("held");
        WriteSet set = set(rename("held", 1, "new"));
        assertThatThrownBy(() -> storage.commit(set))
                .isInstanceOfSatisfying(
                        StorageException.class,
                        error -> assertThat(error.retryable()).isTrue());
        foreign.rollback();
        assertThat(storage.commit(set)).isInstanceOf(CommitResult.Committed.class);
    }

    @Test
    void readersWaitForNobody() throws SQLException {
        hold("held");
        assertThat(exists(storage, thing("held"))).isTrue();
    }

    @Test
    void aRowThatAForeignerInsertsIsWaitedFor() throws Exception {
        byForeigner("INSERT INTO #.contract_thing (id, name, size, row_version) VALUES ('x', 'foreign', 1, 1)");
        WriteSet set = set(newThing("x"));
        assertThatThrownBy(() -> storage.commitAll(List.of(set, set(newThing("y")))))
                .isInstanceOfSatisfying(
                        StorageException.class,
                        error -> assertThat(error.retryable()).isTrue());
        assertThat(exists(storage, thing("y"))).isFalse();
        foreign.commit();
        assertThat(storage.commit(set)).isInstanceOf(CommitResult.Refused.class);
    }

    @Test
    void aDeadlockWithAForeignerIsSurvived() throws Exception {
        JdbcStorage patient = JdbcStorage.on(
                PostgresServer.pool(), options.withLockTimeouts(Duration.ofSeconds(20), Duration.ofSeconds(20)));
        patient.open(Things.TABLES);
        hold("held");
        CompletableFuture<CommitResult> commit = CompletableFuture.supplyAsync(
                () -> patient.commit(set(rename("free", 1, "ours"), rename("held", 1, "ours"))));
        awaitWaiting();
        try {
            hold("free");
            foreign.commit();
        } catch (SQLException victim) {
            assertThat(victim.getSQLState()).isEqualTo("40P01");
            foreign.rollback();
        }
        assertThat(commit.get(30, TimeUnit.SECONDS)).isInstanceOf(CommitResult.Committed.class);
        patient.close();
    }

    /** Waits until some connection waits for a row. */
    static void awaitWaiting() throws SQLException {
        try (Connection connection = PostgresServer.direct().getConnection();
                Statement statement = connection.createStatement()) {
            boolean waits = false;
            while (!waits) {
                try (var result = statement.executeQuery("SELECT count(*) > 0 FROM pg_locks WHERE NOT granted")) {
                    result.next();
                    waits = result.getBoolean(1);
                }
            }
        }
    }
}
