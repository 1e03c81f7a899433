package dev.commercekit.jdbc;

import static dev.commercekit.jdbc.Things.exists;
import static dev.commercekit.jdbc.Things.newThing;
import static dev.commercekit.jdbc.Things.set;
import static dev.commercekit.testkit.storage.model.ContractTables.thing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.StorageException;
import dev.commercekit.storage.WriteSet;
import java.sql.SQLException;
import java.util.List;
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
    private JdbcStorage storage;

    @BeforeEach
    void open() {
        storage = JdbcStorage.on(wire.dataSource(), PostgresServer.newSchema());
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

    @Test
    void aLostReplyToCommitIsInDoubtAndJoinedWhenSentAgain() {
        wire.after = Wiretap.failing(";COMMIT", lost());
        assertThat(storage.commit(set)).isInstanceOf(CommitResult.InDoubt.class);
        assertThat(exists(storage, thing("a"))).isTrue();
        assertThat(storage.commit(set)).isInstanceOf(CommitResult.Joined.class);
    }

    @Test
    void aCommitThatNeverArrivedIsInDoubtAndCommittedWhenSentAgain() {
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
        assertThat(storage.commit(set)).isInstanceOf(CommitResult.Committed.class);
        wire.before = Wiretap.failing("BEGIN", lost());
        assertThat(exists(storage, thing("a"))).isTrue();
    }

    @Test
    void aConnectionThatBreaksAgainIsAnErrorThatChangedNothing() {
        wire.before = sql -> {
            throw lost();
        };
        assertThatThrownBy(() -> storage.commit(set))
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
        assertThat(storage.commit(set)).isInstanceOf(CommitResult.InDoubt.class);
        assertThat(exists(storage, thing("a"))).isFalse();
        assertThat(storage.commit(set)).isInstanceOf(CommitResult.Committed.class);
    }

    @Test
    void anErrorDoesNotRepeatTheValuesOfRows() {
        wire.before = Wiretap.failing(";COMMIT", new SQLException("refused\n  Detail: row (Ada Buyer)", "23514"));
        assertThatThrownBy(() -> storage.commit(set))
                .hasMessageContaining("refused")
                .hasMessageNotContaining("Ada");
    }

    @ParameterizedTest
    @ValueSource(strings = {"53100", "57014", "23514", "40001"})
    void whatTheServerRefusedInAnswerToCommitWasNotDone(String code) {
        wire.before = Wiretap.failing(";COMMIT", new SQLException("refused", code));
        boolean repeated = code.equals("40001");
        if (repeated) {
            assertThat(storage.commit(set)).isInstanceOf(CommitResult.Committed.class);
        } else {
            assertThatThrownBy(() -> storage.commit(set))
                    .isInstanceOfSatisfying(
                            StorageException.class,
                            error -> assertThat(error.retryable()).isEqualTo(!code.equals("23514")));
        }
        assertThat(exists(storage, thing("a"))).isEqualTo(repeated);
    }
}
