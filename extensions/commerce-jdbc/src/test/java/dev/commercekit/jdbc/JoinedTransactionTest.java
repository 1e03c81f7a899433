package dev.commercekit.jdbc;

import static dev.commercekit.jdbc.Things.exists;
import static dev.commercekit.jdbc.Things.newStock;
import static dev.commercekit.jdbc.Things.newThing;
import static dev.commercekit.jdbc.Things.onHand;
import static dev.commercekit.jdbc.Things.rename;
import static dev.commercekit.jdbc.Things.set;
import static dev.commercekit.jdbc.Things.take;
import static dev.commercekit.jdbc.Transactions.execute;
import static dev.commercekit.testkit.storage.model.ContractTables.thing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.Refusal;
import dev.commercekit.storage.Scan;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.StorageException;
import dev.commercekit.storage.transaction.TransactionConflictException;
import dev.commercekit.testkit.storage.model.ContractTables;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A transaction of PostgreSQL that was joined stays its host's, as it was. */
class JoinedTransactionTest {

    private final JdbcOptions options = PostgresServer.emptiedSchema("contract");
    private final JdbcStorage storage = JdbcStorage.on(PostgresServer.pool(), options);
    private final Transactions transactions = new Transactions(PostgresServer.direct());
    private Connection transaction;

    @BeforeEach
    void open() {
        storage.open(Things.TABLES);
        assertThat(storage.commit(set(newStock("a", 5))).applied()).isTrue();
        transaction = transactions.begin();
    }

    @AfterEach
    void close() throws SQLException {
        transactions.close();
        storage.close();
    }

    private static List<String> modeOf(Connection connection) throws SQLException {
        List<String> mode = new ArrayList<>();
        mode.add("auto-commit " + connection.getAutoCommit());
        mode.add("isolation " + connection.getTransactionIsolation());
        mode.add("warnings " + connection.getWarnings());
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT name, setting FROM pg_settings WHERE name <> 'transaction_timeout' ORDER BY name")) {
            while (rows.next()) {
                mode.add(rows.getString(1) + " " + rows.getString(2));
            }
        }
        return mode;
    }

    @Test
    void everySettingIsAsItWas() throws SQLException {
        execute(transaction, "SET LOCAL lock_timeout = '7s'");
        execute(transaction, "SET enable_seqscan = off");
        List<String> before = modeOf(transaction);
        assertThat(before).contains("lock_timeout 7000", "enable_seqscan off", "plan_cache_mode auto");
        Storage joined = storage.join(transaction);
        assertThat(modeOf(transaction)).isEqualTo(before);
        assertThat(onHand(joined, "a")).isEqualTo(5);
        assertThat(modeOf(transaction)).isEqualTo(before);
        assertThat(joined.commit(set(take("a", 1))).applied()).isTrue();
        assertThat(modeOf(transaction)).isEqualTo(before);
        assertThat(joined.commit(set(take("a", 9))).applied()).isFalse();
        assertThat(modeOf(transaction)).isEqualTo(before);
        assertThat(joined.now()).isNotNull();
        assertThat(modeOf(transaction)).isEqualTo(before);
        transactions.rollBack(transaction);
    }

    @Test
    void aSavepointOfTheHostTakesTheShopBackWithIt() throws SQLException {
        Storage joined = storage.join(transaction);
        assertThat(joined.commit(set(newThing("kept"))).applied()).isTrue();
        Savepoint mine = transaction.setSavepoint("mine");
        Savepoint alike = transaction.setSavepoint("commercekit_call");
        assertThat(joined.commit(set(newThing("lost"))).applied()).isTrue();
        assertThat(joined.commit(set(newThing("lost"))).applied()).isFalse();
        transaction.rollback(alike);
        assertThat(exists(joined, thing("lost"))).isFalse();
        assertThat(joined.commit(set(newThing("lost"))).applied()).isTrue();
        transaction.rollback(mine);
        transactions.commit(transaction);
        assertThat(exists(storage, thing("kept"))).isTrue();
        assertThat(exists(storage, thing("lost"))).isFalse();
    }

    /** In PostgreSQL a statement that fails would take the whole transaction with it. */
    @Test
    void aStatementThatFailsTakesNothingWithIt() {
        JdbcOptions elsewhere = options.withPrefix("absent_").withHandling(SchemaHandling.NONE);
        try (JdbcStorage broken = JdbcStorage.on(PostgresServer.pool(), elsewhere)) {
            broken.open(Things.TABLES);
            assertThat(storage.join(transaction).commit(set(newThing("kept"))).applied())
                    .isTrue();
            Storage joined = broken.join(transaction);
            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(() -> joined.commit(set(newThing("a"))))
                    .withMessageContaining("lacks a table");
            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(() -> exists(joined, thing("a")))
                    .withMessageContaining("lacks a table");
        }
        transactions.commit(transaction);
        assertThat(exists(storage, thing("kept"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"defaultRowFetchSize, 1", "autosave, always", "preferQueryMode, simple", "prepareThreshold, 1"})
    void howTheDriverOfTheHostIsSetMakesNoDifference(String setting, String value) throws SQLException {
        try (Transactions fetching = new Transactions(PostgresServer.direct(Map.of(setting, value)))) {
            Connection other = fetching.begin();
            Storage joined = storage.join(other);
            assertThat(joined.commit(set(newThing("one"), newThing("two"), newThing("three")))
                            .applied())
                    .isTrue();
            assertThat(joined.get(List.of(thing("one"), thing("two"), thing("three")))
                            .rows())
                    .hasSize(3);
            assertThat(joined.scan(Scan.of(ContractTables.THING)).rows()).hasSize(3);
            assertThat(joined.commit(set(rename("one", 1, "1"), rename("two", 1, "2"), rename("three", 1, "3")))
                            .applied())
                    .isTrue();
            fetching.commit(other);
        }
        assertThat(storage.scan(Scan.of(ContractTables.THING)).rows())
                .extracting(row -> row.get(ContractTables.NAME))
                .containsExactlyInAnyOrder("1", "2", "3");
    }

    @Test
    void itSeesWhatOthersCommitMeanwhile() {
        Storage joined = storage.join(transaction);
        assertThat(onHand(joined, "a")).isEqualTo(5);
        assertThat(storage.commit(set(take("a", 4))).applied()).isTrue();
        assertThat(onHand(joined, "a")).isEqualTo(1);
        assertThat(joined.commit(set(take("a", 2))))
                .isInstanceOfSatisfying(
                        CommitResult.Refused.class,
                        refused ->
                                assertThat(refused.refusals()).containsExactly(new Refusal(0, Refusal.Reason.BOUND)));
        transactions.rollBack(transaction);
    }

    /** Who waits for a row until its holder has committed is told what is true then. */
    @Test
    void whoWaitsForARowDecidesByWhatItsHolderCommits() throws Exception {
        assertThat(storage.join(transaction).commit(set(take("a", 4))).applied())
                .isTrue();
        JdbcStorage patient = JdbcStorage.on(
                PostgresServer.pool(), options.withLockTimeouts(Duration.ofMinutes(1), Duration.ofMillis(200)));
        patient.open(Things.TABLES);
        Connection other = transactions.begin();
        Storage waiting = patient.join(other);
        CompletableFuture<CommitResult> result = CompletableFuture.supplyAsync(() -> waiting.commit(set(take("a", 2))));
        PostgresServer.awaitALock();
        assertThat(result).isNotDone();
        transactions.commit(transaction);
        assertThat(result.get()).isInstanceOf(CommitResult.Refused.class);
        assertThat(onHand(waiting, "a")).isEqualTo(1);
        assertThat(waiting.commit(set(take("a", 1))).applied()).isTrue();
        transactions.commit(other);
        assertThat(onHand(storage, "a")).isZero();
        patient.close();
    }

    /** Each waits for what the other holds; the database ends one of them, whose transaction stays usable. */
    @Test
    void ofTwoThatWaitForEachOtherOneIsAConflict() throws Exception {
        JdbcStorage patient = JdbcStorage.on(
                PostgresServer.pool(), options.withLockTimeouts(Duration.ofMinutes(1), Duration.ofMillis(200)));
        patient.open(Things.TABLES);
        assertThat(storage.commit(set(newStock("b", 5))).applied()).isTrue();
        Connection other = transactions.begin();
        Storage one = patient.join(transaction);
        Storage two = patient.join(other);
        assertThat(one.commit(set(take("a", 1), newThing("one"))).applied()).isTrue();
        assertThat(two.commit(set(take("b", 1), newThing("two"))).applied()).isTrue();
        CompletableFuture<CommitResult> first = CompletableFuture.supplyAsync(() -> one.commit(set(take("b", 1))));
        PostgresServer.awaitALock();
        CompletableFuture<CommitResult> second = CompletableFuture.supplyAsync(() -> two.commit(set(take("a", 1))));
        CompletableFuture.anyOf(first, second).exceptionally(victim -> null).get();
        boolean firstLost = first.isCompletedExceptionally();
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy((firstLost ? first : second)::get)
                .withCauseInstanceOf(TransactionConflictException.class);
        assertThat(exists(firstLost ? one : two, thing(firstLost ? "one" : "two")))
                .isTrue();
        transactions.rollBack(firstLost ? transaction : other);
        assertThat((firstLost ? second : first).get()).isInstanceOf(CommitResult.Committed.class);
        transactions.commit(firstLost ? other : transaction);
        assertThat(onHand(storage, "a")).isEqualTo(4);
        assertThat(onHand(storage, "b")).isEqualTo(4);
        patient.close();
    }
}
