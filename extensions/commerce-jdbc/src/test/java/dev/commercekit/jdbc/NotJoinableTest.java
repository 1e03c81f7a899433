package dev.commercekit.jdbc;

import static dev.commercekit.jdbc.Things.newThing;
import static dev.commercekit.jdbc.Things.set;
import static dev.commercekit.jdbc.Transactions.execute;
import static java.sql.Connection.TRANSACTION_READ_COMMITTED;
import static java.sql.Connection.TRANSACTION_READ_UNCOMMITTED;
import static java.sql.Connection.TRANSACTION_REPEATABLE_READ;
import static java.sql.Connection.TRANSACTION_SERIALIZABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.commercekit.core.Commerce;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.transaction.TransactionConflictException;
import dev.commercekit.storage.transaction.TransactionNotJoinableException;
import dev.commercekit.storage.transaction.TransactionNotJoinableException.Reason;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteDataSource;

/** What cannot be joined says so, with its reason, before anything is read or written. */
class NotJoinableTest {

    @TempDir
    private Path folder;

    private final JdbcStorage postgres =
            JdbcStorage.on(PostgresServer.pool(), PostgresServer.emptiedSchema("contract"));
    private JdbcStorage file;
    private SQLiteDataSource files;
    private Transactions hosts;
    private Transactions onFile;

    @BeforeEach
    void open() {
        postgres.open(Things.TABLES);
        file = JdbcStorage.file(folder.resolve("shop.db"));
        file.open(Things.TABLES);
        files = FileJoinTest.source(folder.resolve("shop.db"));
        hosts = new Transactions(PostgresServer.direct());
        onFile = new Transactions(files);
    }

    @AfterEach
    void close() throws SQLException {
        hosts.close();
        onFile.close();
        postgres.close();
        file.close();
    }

    private static void refused(Reason reason, ThrowingCallable join) {
        assertThatExceptionOfType(TransactionNotJoinableException.class)
                .isThrownBy(join)
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(reason))
                .matches(refusal -> !refusal.retryable());
    }

    @ParameterizedTest
    @ValueSource(ints = {TRANSACTION_REPEATABLE_READ, TRANSACTION_SERIALIZABLE})
    void aTransactionThatReadsWhatIsOld(int isolation) throws SQLException {
        Connection transaction = hosts.begin();
        transaction.rollback();
        transaction.setTransactionIsolation(isolation);
        refused(Reason.ISOLATION, () -> postgres.join(transaction));
        execute(transaction, "SELECT 1");
        assertThat(transaction.getTransactionIsolation()).isEqualTo(isolation);
    }

    @ParameterizedTest
    @ValueSource(ints = {TRANSACTION_READ_COMMITTED, TRANSACTION_READ_UNCOMMITTED})
    void oneThatReadsWhatIsCommittedIsJoined(int isolation) throws SQLException {
        Connection transaction = hosts.begin();
        transaction.rollback();
        transaction.setTransactionIsolation(isolation);
        assertThat(postgres.join(transaction).commit(set(newThing("a"))).applied())
                .isTrue();
    }

    @Test
    void aConnectionThatCommitsByItself() throws SQLException {
        try (Connection connection = PostgresServer.direct().getConnection();
                Connection ofFile = files.getConnection()) {
            refused(Reason.NOT_BEGUN, () -> postgres.join(connection));
            refused(Reason.NOT_BEGUN, () -> file.join(ofFile));
        }
    }

    @Test
    void aConnectionThatCommitsByItselfSinceItWasJoined() throws SQLException {
        Connection transaction = hosts.begin();
        Storage joined = postgres.join(transaction);
        transaction.setAutoCommit(true);
        refused(Reason.NOT_BEGUN, () -> joined.commit(set(newThing("a"))));
        Connection ofFile = onFile.begin();
        Storage joinedFile = file.join(ofFile);
        ofFile.setAutoCommit(true);
        refused(Reason.NOT_BEGUN, () -> joinedFile.commit(set(newThing("a"))));
    }

    @Test
    void aConnectionThatIsClosed() throws SQLException {
        Connection transaction = hosts.begin();
        Storage joined = postgres.join(transaction);
        transaction.close();
        refused(Reason.CLOSED, () -> postgres.join(transaction));
        refused(Reason.CLOSED, joined::now);
    }

    @Test
    void aTransactionThatFailedBefore() {
        Connection transaction = hosts.begin();
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> execute(transaction, "SELECT 1 / 0"));
        refused(Reason.FAILED, () -> postgres.join(transaction));
    }

    @Test
    void aTransactionThatOnlyReads() throws SQLException {
        Connection transaction = hosts.begin();
        execute(transaction, "SET TRANSACTION READ ONLY");
        refused(Reason.READ_ONLY, () -> postgres.join(transaction));
        SQLiteDataSource readers = FileJoinTest.source(folder.resolve("shop.db"));
        readers.setReadOnly(true);
        try (Transactions reading = new Transactions(readers)) {
            Connection ofFile = reading.begin();
            refused(Reason.READ_ONLY, () -> file.join(ofFile));
        }
    }

    @Test
    void aTransactionInAnotherDatabase() {
        refused(Reason.DATABASE, () -> postgres.join(onFile.begin()));
        refused(Reason.DATABASE, () -> file.join(hosts.begin()));
    }

    /** SQLite lets a transaction write no more that has read before another one wrote. */
    @Test
    void aTransactionOnAFileThatHasReadWhatIsOld() {
        Connection transaction = onFile.begin();
        execute(transaction, "SELECT count(*) FROM commerce_contract_thing");
        assertThat(file.commit(set(newThing("a"))).applied()).isTrue();
        assertThatExceptionOfType(TransactionConflictException.class)
                .isThrownBy(() -> file.join(transaction))
                .withMessageContaining("BEGIN IMMEDIATE");
        onFile.rollBack(transaction);
        Connection next = onFile.begin();
        assertThat(file.join(next).commit(set(newThing("b"))).applied()).isTrue();
        onFile.commit(next);
    }

    @Test
    void aShopWhoseStorageJoinsNothing() throws SQLException {
        Connection transaction = hosts.begin();
        try (Commerce inMemory = Commerce.builder().manual().build();
                Commerce onPostgres = Commerce.builder()
                        .storage(JdbcStorage.on(PostgresServer.pool(), PostgresServer.emptiedSchema("joined_shop")))
                        .manual()
                        .build()) {
            refused(Reason.STORAGE, () -> inMemory.in(transaction));
            refused(Reason.STORAGE, () -> onPostgres.in("a transaction"));
        }
    }
}
