package dev.commercekit.jdbc;

import static dev.commercekit.testkit.storage.model.ContractTables.ID;
import static dev.commercekit.testkit.storage.model.ContractTables.SIZE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.StorageException;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.table.Column;
import dev.commercekit.storage.table.Table;
import dev.commercekit.testkit.Contention;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sqlite.SQLiteDataSource;

/** Creating tables, and telling what is wrong with those that are there, on both databases. */
class SchemaTest {

    private static final Column<Long> WEIGHT = Column.number("weight").orNull();
    private static final Table PART =
            Table.named("part", ID).columns(SIZE).index("by_size", SIZE).build();
    private static final Table HEAVY_PART =
            Table.named("part", ID).columns(SIZE, WEIGHT).index("by_size", SIZE).build();

    @TempDir
    private Path folder;

    private DataSource source;
    private JdbcOptions options;

    private void on(SqlProduct product) {
        if (product == SqlProduct.POSTGRESQL) {
            source = PostgresServer.pool();
            options = PostgresServer.newSchema();
        } else {
            SQLiteDataSource file = new SQLiteDataSource();
            file.setUrl("jdbc:sqlite:" + folder.resolve("shop.db"));
            source = file;
            options = JdbcOptions.defaults().withPrefix("");
        }
    }

    private void open(SchemaHandling handling, Table... tables) {
        try (Storage storage = JdbcStorage.on(source, options.withHandling(handling))) {
            storage.open(List.of(tables));
        }
    }

    private void execute(String sql) {
        String owner = options.schema().map(name -> name + ".").orElse("");
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql.replace("#", owner));
        } catch (SQLException failure) {
            throw new AssertionError(sql, failure);
        }
    }

    private void refused(SchemaHandling handling, Table table, String... parts) {
        assertThatThrownBy(() -> open(handling, table))
                .isInstanceOfSatisfying(
                        StorageException.class,
                        error -> assertThat(error.retryable()).isFalse())
                .hasMessageContainingAll(parts);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasCreatedIsValid(SqlProduct product) {
        on(product);
        open(SchemaHandling.CREATE, PART);
        open(SchemaHandling.VALIDATE, PART);
        open(SchemaHandling.CREATE, PART);
        open(SchemaHandling.NONE, PART);
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsCreatedUnlessAsked(SqlProduct product) {
        on(product);
        refused(SchemaHandling.VALIDATE, PART, "table schema is missing");
        open(SchemaHandling.NONE, PART);
        refused(SchemaHandling.VALIDATE, PART, "table schema is missing");
    }

    @ParameterizedTest
    @EnumSource
    void moreTablesAreCreatedLater(SqlProduct product) {
        on(product);
        open(SchemaHandling.CREATE);
        refused(SchemaHandling.VALIDATE, PART, "table part is missing");
        open(SchemaHandling.CREATE, PART);
        open(SchemaHandling.VALIDATE, PART);
    }

    @ParameterizedTest
    @EnumSource
    void aTableThatWasDroppedIsCreatedAgain(SqlProduct product) {
        on(product);
        open(SchemaHandling.CREATE, PART);
        execute("DROP TABLE #part");
        refused(SchemaHandling.VALIDATE, PART, "table part is missing");
        open(SchemaHandling.CREATE, PART);
        open(SchemaHandling.VALIDATE, PART);
    }

    @ParameterizedTest
    @EnumSource
    void aMissingColumnIsNamed(SqlProduct product) {
        on(product);
        open(SchemaHandling.CREATE, PART);
        execute("ALTER TABLE #part RENAME COLUMN size TO magnitude");
        refused(SchemaHandling.VALIDATE, PART, "column size of table part is missing");
        refused(SchemaHandling.CREATE, PART, "column size of table part is missing");
    }

    @ParameterizedTest
    @EnumSource
    void aColumnOfAnotherTypeIsNamed(SqlProduct product) {
        on(product);
        open(SchemaHandling.CREATE, PART);
        execute("ALTER TABLE #part RENAME COLUMN size TO magnitude");
        execute("ALTER TABLE #part ADD COLUMN size " + (product == SqlProduct.SQLITE ? "TEXT" : "numeric"));
        refused(SchemaHandling.VALIDATE, PART, "column size of table part is of type", "instead of");
    }

    @ParameterizedTest
    @EnumSource
    void anEarlierVersionOfATableIsNamed(SqlProduct product) {
        on(product);
        open(SchemaHandling.CREATE, PART);
        refused(SchemaHandling.CREATE, HEAVY_PART, "table part", "earlier version", "lacks column weight");
    }

    @ParameterizedTest
    @EnumSource
    void aLaterVersionOfATableIsNamed(SqlProduct product) {
        on(product);
        open(SchemaHandling.CREATE, HEAVY_PART);
        refused(SchemaHandling.VALIDATE, PART, "table part", "later version", "also has column weight");
    }

    @ParameterizedTest
    @EnumSource
    void aLaterLayoutIsNamed(SqlProduct product) {
        on(product);
        open(SchemaHandling.CREATE, PART);
        execute("UPDATE #schema SET layout = 7 WHERE table_name = 'part'");
        refused(SchemaHandling.VALIDATE, PART, "table part", "a later version of commerce-jdbc", "layout 7");
        refused(SchemaHandling.CREATE, PART, "table part", "a later version of commerce-jdbc", "layout 7");
    }

    @ParameterizedTest
    @EnumSource
    void aTableOfSomebodyElseIsLeftAlone(SqlProduct product) {
        on(product);
        execute("CREATE TABLE #part (id text PRIMARY KEY)");
        refused(SchemaHandling.CREATE, PART, "table part was made by somebody else");
    }

    @ParameterizedTest
    @EnumSource
    void aTableThatIsMissingAfterAllIsAnErrorOfTheCall(SqlProduct product) {
        on(product);
        try (Storage storage = JdbcStorage.on(source, options.withHandling(SchemaHandling.NONE))) {
            storage.open(List.of(PART));
            assertThatThrownBy(() -> storage.get(List.of(PART.key("a"))))
                    .isInstanceOfSatisfying(
                            StorageException.class,
                            error -> assertThat(error.retryable()).isFalse())
                    .hasMessageContaining("lacks a table");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theStatementsForMigrationsMakeWhatIsValid(SqlProduct product) {
        on(product);
        String script = JdbcStorage.ddl(product, options, List.of(PART));
        assertThat(script).endsWith(";\n");
        for (int i = 0; i < 2; i++) {
            for (String statement : script.split(";\n", -1)) {
                if (!statement.isBlank()) {
                    execute(statement);
                }
            }
        }
        open(SchemaHandling.VALIDATE, PART);
    }

    @ParameterizedTest
    @EnumSource
    void twoPrefixesAreTwoStorages(SqlProduct product) {
        on(product);
        try (Storage one = JdbcStorage.on(source, options.withPrefix("one_"));
                Storage other = JdbcStorage.on(source, options.withPrefix("other_"))) {
            one.open(List.of(PART));
            other.open(List.of(HEAVY_PART));
            Write insert = Write.insert(PART.key("a"), values -> values.set(SIZE, 1L));
            assertThat(one.commit(Things.set(insert))).isInstanceOf(CommitResult.Committed.class);
            assertThat(other.get(List.of(HEAVY_PART.key("a"))).rows()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void manyInstancesMayCreateAtOnce(SqlProduct product) {
        on(product);
        Contention.run(4, number -> open(SchemaHandling.CREATE, PART, Things.TABLES.get(number % 3)));
        open(SchemaHandling.VALIDATE, PART, Things.TABLES.get(0), Things.TABLES.get(1), Things.TABLES.get(2));
    }
}
