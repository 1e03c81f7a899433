package dev.commercekit.jdbc;

import static dev.commercekit.jdbc.Things.exists;
import static dev.commercekit.jdbc.Things.newThing;
import static dev.commercekit.jdbc.Things.rename;
import static dev.commercekit.jdbc.Things.set;
import static dev.commercekit.testkit.storage.model.ContractTables.ON_HAND;
import static dev.commercekit.testkit.storage.model.ContractTables.RESERVED;
import static dev.commercekit.testkit.storage.model.ContractTables.stock;
import static dev.commercekit.testkit.storage.model.ContractTables.thing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.StorageException;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.WriteSet;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections that break, at every place of a commit. */
class LostConnectionTest {

    private static final String KILL =
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity " + "WHERE state = 'idle in transaction'";

    private final Wiretap wire = new Wiretap(PostgresServer.direct());
    private final WriteSet set = set(newThing("a"));

    /** It may begin a row, and is committed in two round trips. */
    private final WriteSet looking = set(
            newThing("a"),
            Write.add(stock("s"), ON_HAND, 1)
                    .orInsert(values -> values.set(ON_HAND, 0L).set(RESERVED, 0L)));

    private final JdbcOptions options = PostgresServer.newSchema();
    private JdbcStorage storage;

    @BeforeEach
    void open() {
        storage = JdbcStorage.on(wire.dataSource(), options);
        storage.open(Things.TABLES);
    }

    @AfterEach
    void close() {
        wire.before = Wiretap.Tap.NOTHING;
        wire.after = Wiretap.Tap.NOTHING;
        storage.close();
    }

    private static SQLException lost() {
        return new SQLException("an I/O error occurred", "08006");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLostReplyToCommitIsInDoubtAndJoinedWhenSentAgain(boolean oneTrip) {
        WriteSet set = oneTrip ? this.set : looking;
        wire.after = Wiretap.failing(";COMMIT", lost());
        assertThat(storage.commit(set)).isInstanceOf(CommitResult.InDoubt.class);
        assertThat(exists(storage, thing("a"))).isTrue();
        assertThat(storage.commit(set)).isInstanceOf(CommitResult.Joined.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCommitThatNeverArrivedIsInDoubtAndCommittedWhenSentAgain(boolean oneTrip) {
        WriteSet set = oneTrip ? this.set : looking;
        wire.before = Wiretap.failing(";COMMIT", lost());
        assertThat(storage.commit(set)).isInstanceOf(CommitResult.InDoubt.class);
        assertThat(exists(storage, thing("a"))).isFalse();
        assertThat(storage.commit(set)).isInstanceOf(CommitResult.Committed.class);
    }

    @Test
    void theWholeListIsInDoubt() {
        wire.after = Wiretap.failing(";COMMIT", lost());
        assertThat(storage.commitAll(List.of(set, set(newThing("a")))))
                .hasSize(2)
                .allMatch(CommitResult.InDoubt.class::isInstance);
    }

    @Test
    void aConnectionThatIsFoundBrokenIsReplacedOnce() {
        wire.before = Wiretap.failing("BEGIN", lost());
        assertThat(storage.commit(looking)).isInstanceOf(CommitResult.Committed.class);
        wire.before = Wiretap.failing("clock_timestamp", lost());
        assertThat(exists(storage, thing("a"))).isTrue();
    }

    @Test
    void aConnectionThatIsFoundBrokenByACommitInOneTripLeavesDoubt() {
        wire.before = Wiretap.failing("BEGIN", lost());
        assertThat(storage.commit(set)).isInstanceOf(CommitResult.InDoubt.class);
        assertThat(exists(storage, thing("a"))).isFalse();
        assertThat(storage.commit(set)).isInstanceOf(CommitResult.Committed.class);
    }

    @Test
    void aConnectionThatBreaksAgainIsAnErrorThatChangedNothing() {
        wire.before = sql -> {
            throw lost();
        };
        assertThatThrownBy(() -> storage.commit(looking))
                .isInstanceOfSatisfying(
                        StorageException.class,
                        error -> assertThat(error.retryable()).isTrue());
        wire.before = Wiretap.Tap.NOTHING;
        assertThat(exists(storage, thing("a"))).isFalse();
    }

    @Test
    void aBackendThatIsEndedBetweenReadingAndWritingLeavesDoubtButNoRow() {
        boolean[] done = {false};
        wire.before = sql -> {
            if (!done[0] && sql.endsWith("COMMIT") && sql.contains("INSERT")) {
                done[0] = true;
                PostgresServer.execute(KILL);
            }
        };
        assertThat(storage.commit(looking)).isInstanceOf(CommitResult.InDoubt.class);
        assertThat(exists(storage, thing("a"))).isFalse();
        assertThat(storage.commit(looking)).isInstanceOf(CommitResult.Committed.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aBackendThatIsEndedWhileACommitInOneTripWaitsLeavesDoubtButNoRow(int sets) throws Exception {
        storage.commit(set(newThing("x"), newThing("y")));
        List<WriteSet> list = List.of(set(rename("x", 1, "new"), newThing("a")), set(rename("y", 1, "new")))
                .subList(0, sets);
        try (Connection foreign = PostgresServer.direct().getConnection();
                Statement statement = foreign.createStatement()) {
            foreign.setAutoCommit(false);
            statement.execute("SELECT * FROM " + options.schema().orElseThrow() + ".contract_thing FOR UPDATE");
            CompletableFuture<List<CommitResult>> commit = CompletableFuture.supplyAsync(() -> storage.commitAll(list));
            HeldRowsTest.awaitWaiting();
            PostgresServer.execute("SELECT pg_terminate_backend(pid, 5000) FROM pg_locks WHERE NOT granted");
            assertThat(commit.get(30, TimeUnit.SECONDS)).allMatch(CommitResult.InDoubt.class::isInstance);
        }
        assertThat(exists(storage, thing("a"))).isFalse();
        assertThat(storage.commitAll(list)).allMatch(CommitResult.Committed.class::isInstance);
    }

    @Test
    void anErrorDoesNotRepeatTheValuesOfRows() {
        wire.before = Wiretap.failing(";COMMIT", new SQLException("refused\n  Detail: row (Ada Buyer)", "23514"));
        assertThatThrownBy(() -> storage.commit(looking))
                .hasMessageContaining("refused")
                .hasMessageNotContaining("Ada");
    }

    @ParameterizedTest
    @ValueSource(strings = {"53100", "57014", "23514", "40001"})
    void whatTheServerRefusedInAnswerToCommitWasNotDone(String code) {
        wire.before = Wiretap.failing(";COMMIT", new SQLException("refused", code));
        boolean repeated = code.equals("40001");
        if (repeated) {
            assertThat(storage.commit(looking)).isInstanceOf(CommitResult.Committed.class);
        } else {
            assertThatThrownBy(() -> storage.commit(looking))
                    .isInstanceOfSatisfying(
                            StorageException.class,
                            error -> assertThat(error.retryable()).isEqualTo(!code.equals("23514")));
        }
        assertThat(exists(storage, thing("a"))).isEqualTo(repeated);
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "23514", "22007", "40001"})
    void whatTheServerRefusedInOneTripIsLookedAt(String code) {
        wire.before = Wiretap.failing(";COMMIT", new SQLException("refused", code));
        assertThat(storage.commit(set)).isInstanceOf(CommitResult.Committed.class);
        assertThat(exists(storage, thing("a"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"53100", "57014"})
    void whatTheServerCouldNotDoInOneTripWasNotDone(String code) {
        wire.before = Wiretap.failing(";COMMIT", new SQLException("refused", code));
        assertThatThrownBy(() -> storage.commit(set))
                .isInstanceOfSatisfying(
                        StorageException.class,
                        error -> assertThat(error.retryable()).isTrue());
        assertThat(exists(storage, thing("a"))).isFalse();
    }
}
