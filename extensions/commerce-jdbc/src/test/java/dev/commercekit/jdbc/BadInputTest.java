package dev.commercekit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.commercekit.CommerceException;
import dev.commercekit.InvalidInputException;
import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.StorageException;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.table.Column;
import dev.commercekit.storage.table.Table;
import dev.commercekit.testkit.storage.model.ContractTables;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteDataSource;

/** What a host may do wrong, and what cannot be stored: each is a clear typed error. */
class BadInputTest {

    @TempDir
    private Path folder;

    private static void refused(Storage storage, boolean retryable, String... parts) {
        try (storage) {
            assertThatThrownBy(() -> storage.open(List.of()))
                    .isInstanceOfSatisfying(
                            StorageException.class,
                            error -> assertThat(error.retryable()).isEqualTo(retryable))
                    .hasMessageContainingAll(parts);
        }
    }

    @Test
    void aFileInADirectoryThatIsMissing() {
        refused(JdbcStorage.file(folder.resolve("none/shop.db")), false, "no directory", "none");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CREATE")
    void aFileThatIsMissingAndNotToBeCreated(SchemaHandling handling) {
        Path file = folder.resolve("shop.db");
        JdbcOptions trusting = JdbcOptions.defaults().withHandling(handling);
        refused(JdbcStorage.file(file, trusting), false, "no file", "shop.db");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileThatIsADirectory() {
        refused(JdbcStorage.file(folder), false, "is a directory");
    }

    @Test
    void aFileThatIsNoDatabase() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "no database at all".repeat(100));
        refused(JdbcStorage.file(file), false, "is no database", "notes.txt");
        assertThat(Files.readString(file)).startsWith("no database at all");
    }

    @Test
    void aDirectoryThatIsNotWritable() throws IOException {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        assumeTrue(closed.toFile().setWritable(false) && !Files.isWritable(closed), "this user may write everywhere");
        refused(JdbcStorage.file(closed.resolve("shop.db")), false, "not writable");
        assertThat(closed.toFile().setWritable(true)).isTrue();
    }

    @Test
    void aStorageThatIsNotOpened() {
        try (Storage storage = JdbcStorage.file(folder.resolve("shop.db"))) {
            assertThatThrownBy(storage::now)
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("not opened");
        }
    }

    private static PGSimpleDataSource postgres() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"localhost"});
        source.setPortNumbers(new int[] {PostgresServer.port()});
        source.setDatabaseName("postgres");
        source.setUser("postgres");
        return source;
    }

    @Test
    void wrongCredentials() {
        PGSimpleDataSource source = postgres();
        source.setUser("nobody");
        refused(JdbcStorage.on(source), false, "refuses access", "nobody");
    }

    @Test
    void aDatabaseThatIsMissing() {
        PGSimpleDataSource source = postgres();
        source.setDatabaseName("none");
        refused(JdbcStorage.on(source), false, "no such database", "none");
    }

    @Test
    void aDatabaseThatDoesNotKeepAnyText() {
        PostgresServer.execute("CREATE DATABASE latin TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'");
        PGSimpleDataSource source = postgres();
        source.setDatabaseName("latin");
        refused(JdbcStorage.on(source), false, "LATIN1", "UTF8");
    }

    @Test
    void aServerThatDoesNotAnswer() {
        PGSimpleDataSource source = postgres();
        source.setPortNumbers(new int[] {1});
        refused(JdbcStorage.on(source), true, "no connection");
    }

    @Test
    void aSchemaThatIsMissing() {
        refused(JdbcStorage.on(postgres(), JdbcOptions.defaults().withSchema("none")), false, "none");
    }

    @Test
    void aDatabaseThatIsReadOnly() {
        PGSimpleDataSource source = postgres();
        source.setOptions("-c default_transaction_read_only=on");
        refused(JdbcStorage.on(source, PostgresServer.newSchema()), true, "read-only");
    }

    @Test
    void aStatementThatTakesTooLong() throws Exception {
        JdbcOptions options = PostgresServer.newSchema();
        PGSimpleDataSource source = postgres();
        source.setOptions("-c statement_timeout=100ms");
        try (Storage storage = JdbcStorage.on(source, options);
                Connection foreign = PostgresServer.direct().getConnection()) {
            storage.open(Things.TABLES);
            storage.commit(Things.set(Things.newThing("a")));
            foreign.setAutoCommit(false);
            foreign.createStatement()
                    .execute("SELECT * FROM " + options.schema().orElseThrow() + ".contract_thing FOR UPDATE");
            assertThatThrownBy(() -> storage.commit(Things.set(Things.rename("a", 1, "b"))))
                    .isInstanceOfSatisfying(
                            StorageException.class,
                            error -> assertThat(error.retryable()).isTrue())
                    .hasMessageContaining("time limit");
        }
    }

    @Test
    void aFileOfWhichAnotherWritesForTooLong() throws Exception {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + folder.resolve("shop.db") + "?busy_timeout=50");
        try (Storage storage = JdbcStorage.on(source);
                Connection foreign = source.getConnection()) {
            storage.open(Things.TABLES);
            foreign.createStatement().execute("BEGIN IMMEDIATE");
            assertThatThrownBy(() -> storage.commitAll(List.of(Things.set(Things.newThing("a")), Things.set())))
                    .isInstanceOfSatisfying(
                            StorageException.class,
                            error -> assertThat(error.retryable()).isTrue())
                    .hasMessageContaining("waited too long");
            foreign.createStatement().execute("ROLLBACK");
            assertThat(storage.commit(Things.set(Things.newThing("a")))).isInstanceOf(CommitResult.Committed.class);
        }
    }

    @Test
    void aDiskThatIsFull() {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + folder.resolve("shop.db") + "?max_page_count=60");
        try (Storage storage = JdbcStorage.on(source)) {
            storage.open(Things.TABLES);
            Write big = Write.insert(
                    ContractTables.thing("big"),
                    values -> values.set(ContractTables.NAME, "x".repeat(1_000_000))
                            .set(ContractTables.SIZE, 1L));
            assertThatThrownBy(() -> storage.commit(Things.set(big)))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("no disk space");
            assertThat(storage.commit(Things.set(Things.newThing("a")))).isInstanceOf(CommitResult.Committed.class);
        }
    }

    @Test
    void anUnknownDatabase() {
        DatabaseMetaData data = (DatabaseMetaData) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {DatabaseMetaData.class},
                (self, method, arguments) -> "Paradox");
        Connection connection = (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Connection.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "getAutoCommit" -> true;
                    case "getMetaData" -> data;
                    default -> null;
                });
        DataSource source = (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {DataSource.class},
                (self, method, arguments) -> connection);
        refused(JdbcStorage.on(source), false, "Paradox is not known");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "\u0000", "\ud800", "a\udc00b", "\ud83d"})
    void textThatCannotBeKept(String text) {
        for (Storage storage : List.of(
                JdbcStorage.file(folder.resolve("shop.db")),
                JdbcStorage.on(PostgresServer.pool(), PostgresServer.newSchema()))) {
            try (storage) {
                storage.open(Things.TABLES);
                storage.commit(Things.set(Things.newThing("a")));
                assertThatThrownBy(() -> storage.commit(Things.set(Things.rename("a", 1, text))))
                        .isInstanceOfSatisfying(
                                StorageException.class,
                                error -> assertThat(error.retryable()).isFalse());
                assertThatThrownBy(() -> storage.get(List.of(ContractTables.thing(text))))
                        .isInstanceOf(StorageException.class);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0001-01-01T00:00:00Z", "+10000-01-01T00:00:00Z", "+1000000000-12-31T23:59:59.999999999Z"})
    void momentsThatCannotBeKept(String moment) {
        Write write = Write.insert(
                ContractTables.thing("a"),
                values -> values.set(ContractTables.NAME, "a")
                        .set(ContractTables.SIZE, 1L)
                        .set(ContractTables.DUE, Instant.parse(moment)));
        for (Storage storage : List.of(
                JdbcStorage.file(folder.resolve("shop.db")),
                JdbcStorage.on(PostgresServer.pool(), PostgresServer.newSchema()))) {
            try (storage) {
                storage.open(Things.TABLES);
                assertThatThrownBy(() -> storage.commit(Things.set(write)))
                        .isInstanceOfSatisfying(
                                StorageException.class,
                                error -> assertThat(error.retryable()).isFalse());
            }
        }
    }

    @Test
    void aTableWithTheNameOfTheVersion() {
        Table table = Table.named("part", ContractTables.ID)
                .columns(Column.number("row_version"))
                .build();
        try (Storage storage = JdbcStorage.file(folder.resolve("shop.db"))) {
            assertThatThrownBy(() -> storage.open(List.of(table)))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("row_version");
        }
    }

    @Test
    void options() {
        JdbcOptions options = JdbcOptions.defaults();
        for (Runnable bad : List.<Runnable>of(
                () -> options.withPrefix("Drop Table"),
                () -> options.withPrefix("a".repeat(21)),
                () -> options.withPrefix(null),
                () -> options.withSchema("public;"),
                () -> options.withHandling(null),
                () -> options.withLockTimeouts(Duration.ZERO, Duration.ofMillis(1)),
                () -> options.withLockTimeouts(Duration.ofMillis(1), Duration.ofDays(1)),
                () -> JdbcStorage.on(null),
                () -> JdbcStorage.file(null))) {
            assertThatThrownBy(bad::run)
                    .isInstanceOf(InvalidInputException.class)
                    .isInstanceOf(CommerceException.class);
        }
    }
}
