package dev.commercekit.jdbc;

import static dev.commercekit.jdbc.Things.newStock;
import static dev.commercekit.jdbc.Things.newThing;
import static dev.commercekit.jdbc.Things.set;
import static dev.commercekit.jdbc.Things.take;
import static dev.commercekit.testkit.storage.model.ContractTables.ON_HAND;
import static dev.commercekit.testkit.storage.model.ContractTables.RESERVED;
import static dev.commercekit.testkit.storage.model.ContractTables.stock;
import static dev.commercekit.testkit.storage.model.ContractTables.thing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.Scan;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.testkit.storage.model.ContractTables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteDataSource;

/** How many round trips a call costs: counted, and not growing with the number of sets. */
class RoundTripsTest {

    @TempDir
    private Path folder;

    private Wiretap wire;
    private JdbcStorage storage;

    private void postgres() {
        wire = new Wiretap(PostgresServer.pool());
        storage = JdbcStorage.on(wire.dataSource(), PostgresServer.newSchema());
        open();
    }

    private void sqlite() {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + folder.resolve("shop.db"));
        wire = new Wiretap(source);
        storage = JdbcStorage.on(wire.dataSource());
        open();
    }

    private void open() {
        storage.open(Things.TABLES);
        storage.commit(set(newStock("a", 100_000)));
        wire.trips.clear();
    }

    @AfterEach
    void close() {
        storage.close();
    }

    private List<WriteSet> orders(int number) {
        List<WriteSet> sets = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            sets.add(set(newThing("order-" + i), newThing("event-" + i), take("a", 1)));
        }
        return sets;
    }

    /** Orders whose list cannot be foreseen, since it may begin a row. */
    private List<WriteSet> restocks(int number) {
        List<WriteSet> sets = orders(number);
        sets.add(set(Write.add(stock("new"), ON_HAND, 1)
                .orInsert(values -> values.set(ON_HAND, 0L).set(RESERVED, 0L))));
        return sets;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100, 1_000})
    void onPostgresACommitIsOneRoundTripHoweverManySetsItHas(int number) {
        postgres();
        assertThat(storage.commitAll(orders(number))).allMatch(CommitResult::applied);
        assertThat(wire.trips).hasSize(1);
        assertThat(wire.trips.get(0))
                .startsWith("BEGIN")
                .contains("INSERT INTO")
                .contains("UPDATE")
                .endsWith("COMMIT");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100, 1_000})
    void onPostgresACommitThatCannotBeForeseenIsTwoRoundTrips(int number) {
        postgres();
        assertThat(storage.commitAll(restocks(number))).allMatch(CommitResult::applied);
        assertThat(wire.trips).hasSize(2);
        assertThat(wire.trips.get(0)).startsWith("BEGIN").contains("FOR UPDATE");
        assertThat(wire.trips.get(1)).contains("INSERT INTO").contains("UPDATE").endsWith("COMMIT");
    }

    @Test
    void aHotRowIsOneUpdateOfOneCommit() {
        postgres();
        storage.commitAll(orders(100));
        assertThat(wire.trips.get(0).split("UPDATE [^)]*stock", -1)).hasSize(2);
        assertThat(Things.onHand(storage, "a")).isEqualTo(99_900);
        assertThat(storage.get(List.of(stock("a"))).rows().get(0).version()).isEqualTo(101);
    }

    @Test
    void aHotRowIsOneUpdateOfACommitThatCannotBeForeseen() {
        postgres();
        storage.commitAll(restocks(100));
        assertThat(wire.trips.get(1).split("UPDATE", -1)).hasSize(2);
        assertThat(storage.get(List.of(stock("a"))).rows().get(0).version()).isEqualTo(101);
    }

    @Test
    void aListInWhichSomethingIsRefusedIsLookedUpOnceMore() {
        postgres();
        List<WriteSet> sets = new ArrayList<>(orders(10));
        sets.add(set(newThing("order-3")));
        storage.commitAll(sets);
        assertThat(wire.trips).hasSize(4);
        assertThat(wire.trips.get(1)).isEqualTo("ROLLBACK");
        wire.trips.clear();
        // As long as sets are refused, all rows are looked up at once.
        storage.commitAll(List.of(set(newThing("order-3"))));
        assertThat(wire.trips).hasSize(2);
        assertThat(wire.trips.get(1)).isEqualTo("ROLLBACK");
    }

    @Test
    void manyRowsAreReadStatementByStatement() {
        postgres();
        List<WriteSet> sets = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            sets.add(set(newStock("b" + i, 2)));
        }
        storage.commitAll(sets);
        wire.trips.clear();
        for (int i = 0; i < 1_000; i++) {
            sets.set(i, set(take("b" + i, 1), newThing("t" + i)));
        }
        storage.commitAll(sets);
        assertThat(wire.trips).as("what is foreseen needs no reading").hasSize(1);
        wire.trips.clear();
        for (int i = 0; i < 1_000; i++) {
            sets.set(i, set(take("b" + i, 0), newThing("u" + i)));
        }
        sets.addAll(restocks(0));
        storage.commitAll(sets);
        // Begin, settings, one read, the time; then all writes at once.
        assertThat(wire.trips).hasSize(5);
    }

    @Test
    void oneRowOfEachTableIsNamedByPlainValues() {
        postgres();
        storage.commit(set(newThing("a"), take("a", 1)));
        storage.get(List.of(stock("a"), thing("a")));
        assertThat(wire.trips).hasSize(2).noneMatch(text -> text.contains("unnest"));
        storage.get(List.of(stock("a"), thing("a"), thing("b")));
        assertThat(wire.trips.get(2).split("unnest", -1))
                .as("three columns of two keys")
                .hasSize(4);
    }

    @Test
    void onPostgresAReadIsOneRoundTrip() {
        postgres();
        storage.get(List.of(stock("a"), thing("x"), ContractTables.counter(1, "b", 1)));
        storage.scan(Scan.of(ContractTables.THING, "by_due"));
        storage.now();
        assertThat(wire.trips).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 1_000})
    void onAFileTheStatementsAreAsManyHoweverManySetsThereAre(int number) {
        sqlite();
        assertThat(storage.commitAll(orders(number))).allMatch(CommitResult::applied);
        // Begin, read the stock, time; insert things and witnesses, update the stock; commit.
        assertThat(wire.trips).hasSize(7);
    }
}
