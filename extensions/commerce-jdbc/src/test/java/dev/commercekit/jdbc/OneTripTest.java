package dev.commercekit.jdbc;

import static dev.commercekit.jdbc.Things.exists;
import static dev.commercekit.jdbc.Things.newStock;
import static dev.commercekit.jdbc.Things.newThing;
import static dev.commercekit.jdbc.Things.onHand;
import static dev.commercekit.jdbc.Things.rename;
import static dev.commercekit.jdbc.Things.set;
import static dev.commercekit.jdbc.Things.take;
import static dev.commercekit.testkit.storage.model.ContractTables.DUE;
import static dev.commercekit.testkit.storage.model.ContractTables.NAME;
import static dev.commercekit.testkit.storage.model.ContractTables.ON_HAND;
import static dev.commercekit.testkit.storage.model.ContractTables.RESERVED;
import static dev.commercekit.testkit.storage.model.ContractTables.SIZE;
import static dev.commercekit.testkit.storage.model.ContractTables.stock;
import static dev.commercekit.testkit.storage.model.ContractTables.thing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.CommitResult.Committed;
import dev.commercekit.storage.CommitResult.Refused;
import dev.commercekit.storage.Refusal.Reason;
import dev.commercekit.storage.Witness;
import dev.commercekit.storage.Write;
import dev.commercekit.storage.WriteSet;
import dev.commercekit.storage.table.Row;
import dev.commercekit.storage.table.RowKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commits that PostgreSQL makes or refuses in one round trip, and what becomes of those that it refuses. */
class OneTripTest {

    private static final String ONE = "WITH ";

    private final JdbcOptions options = PostgresServer.newSchema();
    private final Wiretap wire = new Wiretap(PostgresServer.pool());
    private JdbcStorage storage;

    @BeforeEach
    void open() {
        storage = JdbcStorage.on(wire.dataSource(), options);
        storage.open(Things.TABLES);
        storage.commit(set(newThing("x"), newThing("y"), newStock("a", 10), newStock("b", 10)));
        wire.trips.clear();
    }

    @AfterEach
    void close() {
        storage.close();
    }

    private Row row(RowKey key) {
        return storage.get(List.of(key)).find(key).orElseThrow();
    }

    private void assertOneTrip() {
        assertThat(wire.trips).singleElement().asString().contains(ONE).endsWith(";COMMIT");
        wire.trips.clear();
    }

    /** Refused in one trip, undone, and then looked at in two, or in one if nothing is written. */
    private void assertRefusedFirst() {
        assertThat(wire.trips.get(0)).contains(ONE);
        assertThat(wire.trips.get(1)).isEqualTo("ROLLBACK");
        assertThat(wire.trips.get(2)).startsWith("BEGIN").doesNotContain(ONE);
        assertThat(wire.trips).hasSize(4);
    }

    @Test
    void insertsUpdatesAndAdditionsTogether() {
        assertThat(storage.commit(set(newThing("new"), rename("x", 1, "renamed"), take("a", 4))))
                .isInstanceOf(Committed.class);
        assertOneTrip();
        assertThat(row(thing("new")).version()).isEqualTo(1);
        assertThat(row(thing("x")).version()).isEqualTo(2);
        assertThat(row(thing("x")).get(NAME)).isEqualTo("renamed");
        assertThat(row(stock("a")).version()).isEqualTo(2);
        assertThat(onHand(storage, "a")).isEqualTo(6);
    }

    @Test
    void oneTimeStandsInAllRowsOfACommit() {
        Duration hour = Duration.ofHours(1);
        for (List<String> ids : List.of(List.of("n1"), List.of("n2", "n3"))) {
            Instant asked = storage.now();
            List<WriteSet> sets = new ArrayList<>();
            for (String id : ids) {
                Row old = row(thing(ids.size() == 1 ? "x" : id.equals("n2") ? "x" : "y"));
                sets.add(set(
                        Write.insert(
                                thing(id),
                                values -> values.set(NAME, id).set(SIZE, 1L).setToNow(DUE, hour)),
                        Write.update(old, values -> values.setToNow(DUE, hour.negated()))));
            }
            wire.trips.clear();
            List<CommitResult> results = storage.commitAll(sets);
            assertOneTrip();
            Instant at = ((Committed) results.get(0)).at();
            assertThat(at).isAfterOrEqualTo(asked).isBeforeOrEqualTo(storage.now());
            assertThat(row(thing(ids.get(0))).get(DUE)).isEqualTo(at.plus(hour));
            assertThat(row(thing("x")).get(DUE)).isEqualTo(at.minus(hour));
            assertThat(row(Witness.of(sets.get(0).id())).get(Witness.AT)).isEqualTo(at);
            assertThat(results).allMatch(result -> ((Committed) result).at().equals(at));
        }
    }

    @Test
    void theTimeOfAnAdditionIsThatAtWhichItsRowWasFree() throws Exception {
        assertTimedBehindTheWait(set(newThing("late"), take("a", 1)));
        assertThat(wire.trips)
                .filteredOn(sql -> sql.startsWith("BEGIN"))
                .singleElement()
                .asString()
                .contains(ONE);
    }

    @Test
    void soItIsIfTheTimeIsWrittenToARowThatWasFreeBefore() throws Exception {
        Write timed = Write.update(row(thing("x")), values -> values.setToNow(DUE, Duration.ZERO));
        assertTimedBehindTheWait(set(timed, take("a", 1)));
    }

    private void assertTimedBehindTheWait(WriteSet set) throws Exception {
        try (var foreign = PostgresServer.direct().getConnection();
                var statement = foreign.createStatement()) {
            foreign.setAutoCommit(false);
            statement.execute("SELECT * FROM " + options.schema().orElseThrow() + ".contract_stock FOR UPDATE");
            CompletableFuture<CommitResult> commit = CompletableFuture.supplyAsync(() -> storage.commit(set));
            HeldRowsTest.awaitWaiting();
            Instant before = storage.now();
            foreign.commit();
            CommitResult result = commit.get(30, TimeUnit.SECONDS);
            assertThat(((Committed) result).at()).isAfterOrEqualTo(before);
        }
    }

    @Test
    void aRowAtAnotherVersionIsRefused() {
        assertThat(storage.commit(set(newThing("new"), rename("x", 2, "late"), take("a", 1))))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.has(1, Reason.VERSION)).isTrue());
        assertRefusedFirst();
        assertThat(exists(storage, thing("new"))).isFalse();
        assertThat(onHand(storage, "a")).isEqualTo(10);
    }

    @Test
    void oneOfManyRowsAtAnotherVersionIsRefusedAlone() {
        List<CommitResult> results = storage.commitAll(
                List.of(set(rename("x", 1, "good"), newThing("g")), set(rename("y", 7, "bad"), newThing("h"))));
        assertThat(results).extracting(CommitResult::applied).containsExactly(true, false);
        assertRefusedFirst();
        assertThat(row(thing("x")).get(NAME)).isEqualTo("good");
        assertThat(exists(storage, thing("h"))).isFalse();
    }

    @Test
    void aRowThatIsThereIsRefused() {
        assertThat(storage.commit(set(take("a", 1), newThing("x"))))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.has(1, Reason.EXISTS)).isTrue());
        assertRefusedFirst();
        assertThat(onHand(storage, "a")).isEqualTo(10);
    }

    @Test
    void anAdditionBeyondItsBoundIsRefusedAndItsAlternativeApplies() {
        Write taking = Write.add(stock("a"), ON_HAND, -3).withFloor(8);
        WriteSet set = set(taking, newThing("sold")).orElse(List.of(taking), List.of(newThing("sold-out")));
        assertThat(storage.commit(set))
                .isInstanceOfSatisfying(
                        Committed.class, done -> assertThat(done.branch()).isEqualTo(1));
        assertRefusedFirst();
        assertThat(exists(storage, thing("sold"))).isFalse();
        assertThat(exists(storage, thing("sold-out"))).isTrue();
        assertThat(onHand(storage, "a")).isEqualTo(10);
    }

    @Test
    void anAdditionAboveItsCeilingIsRefused() {
        assertThat(storage.commit(set(Write.add(stock("a"), ON_HAND, 3).withCeiling(12))))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.has(0, Reason.BOUND)).isTrue());
        assertThat(onHand(storage, "a")).isEqualTo(10);
    }

    @Test
    void anAdditionThatOverflowsIsRefused() {
        storage.commit(set(
                Write.insert(thing("big"), values -> values.set(NAME, "big").set(SIZE, Long.MAX_VALUE))));
        assertThat(storage.commit(set(Write.add(thing("big"), SIZE, 1))))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.has(0, Reason.BOUND)).isTrue());
    }

    @Test
    void anAdditionThatBreaksACheckIsRefusedThoughTheDatabaseHasForgottenTheCheck() {
        for (boolean forgotten : List.of(false, true)) {
            if (forgotten) {
                PostgresServer.execute(
                        "DO $$ DECLARE c text; BEGIN FOR c IN SELECT conname FROM pg_constraint WHERE contype = 'c'"
                                + " AND conrelid = '" + options.schema().orElseThrow()
                                + ".contract_stock'::regclass LOOP EXECUTE"
                                + " 'ALTER TABLE " + options.schema().orElseThrow()
                                + ".contract_stock DROP CONSTRAINT ' || c;"
                                + " END LOOP; END $$");
                storage.commit(set(newThing("hope again")));
            }
            assertThat(storage.commit(set(Write.add(stock("b"), RESERVED, 11))))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.has(0, Reason.CHECK)).isTrue());
            assertThat(row(stock("b")).get(RESERVED)).isZero();
        }
    }

    @Test
    void eachAdditionOfAListKeepsItsOwnBounds() {
        List<CommitResult> results = storage.commitAll(List.of(
                set(Write.add(stock("a"), ON_HAND, -4).withFloor(0)),
                set(Write.add(stock("a"), ON_HAND, -1).withFloor(6)),
                set(Write.add(stock("a"), ON_HAND, -1).withFloor(0))));
        assertThat(results).extracting(CommitResult::applied).containsExactly(true, false, true);
        assertThat(onHand(storage, "a")).isEqualTo(5);
    }

    @Test
    void additionsToOneRowAreOneChange() {
        List<CommitResult> results = storage.commitAll(
                List.of(set(take("a", 4), newThing("1")), set(take("a", 6), newThing("2")), set(take("b", 10))));
        assertThat(results).allMatch(CommitResult::applied);
        assertOneTrip();
        assertThat(onHand(storage, "a")).isZero();
        assertThat(row(stock("a")).version()).isEqualTo(3);
        assertThat(row(stock("b")).version()).isEqualTo(2);
    }

    @Test
    void aSetThatIsSentAgainIsJoined() {
        WriteSet set = set(newThing("once"), take("a", 1));
        assertThat(storage.commit(set)).isInstanceOf(Committed.class);
        wire.trips.clear();
        assertThat(storage.commit(set)).isInstanceOf(CommitResult.Joined.class);
        assertRefusedFirst();
        assertThat(onHand(storage, "a")).isEqualTo(9);
    }

    @Test
    void afterARefusalRowsAreLookedUpUntilAListGoesThrough() {
        storage.commit(set(newThing("x")));
        wire.trips.clear();
        assertThat(storage.commit(set(newThing("slow"))).applied()).isTrue();
        assertThat(wire.trips).hasSize(2).noneMatch(sql -> sql.contains(ONE));
        wire.trips.clear();
        assertThat(storage.commit(set(newThing("fast"))).applied()).isTrue();
        assertOneTrip();
    }
}
