package dev.commercekit.jdbc;

import static dev.commercekit.jdbc.Things.newStock;
import static dev.commercekit.jdbc.Things.newThing;
import static dev.commercekit.jdbc.Things.onHand;
import static dev.commercekit.jdbc.Things.rename;
import static dev.commercekit.jdbc.Things.set;
import static dev.commercekit.jdbc.Things.take;
import static dev.commercekit.testkit.storage.model.ContractTables.ON_HAND;
import static dev.commercekit.testkit.storage.model.ContractTables.RESERVED;
import static dev.commercekit.testkit.storage.model.ContractTables.SIZE;
import static dev.commercekit.testkit.storage.model.ContractTables.stock;
import static dev.commercekit.testkit.storage.model.ContractTables.thing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.Write;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Instances that name the same rows in opposite orders: none waits for one that waits for it. */
class LockOrderTest {

    private static final int ROUNDS = 150;

    private final JdbcOptions options =
            PostgresServer.newSchema().withLockTimeouts(Duration.ofSeconds(20), Duration.ofSeconds(20));
    private final Wiretap wire = new Wiretap(PostgresServer.pool());

    @BeforeEach
    void open() {
        try (JdbcStorage storage = JdbcStorage.on(wire.dataSource(), options)) {
            storage.open(Things.TABLES);
            storage.commit(set(
                    newThing("x"), newStock("a", ROUNDS * 4), newStock("b", ROUNDS * 4), newStock("c", ROUNDS * 4)));
        }
    }

    @Test
    void rowsOfOneTable() throws Exception {
        race(take("a", 1), take("b", 1), take("c", 1));
        try (JdbcStorage storage = JdbcStorage.on(wire.dataSource(), options)) {
            storage.open(Things.TABLES);
            assertThat(onHand(storage, "b")).isEqualTo(ROUNDS * 2L);
        }
    }

    /** With one such write a list is never foreseen. */
    private static Write mayBegin() {
        return Write.add(stock("a"), ON_HAND, -1)
                .orInsert(values -> values.set(ON_HAND, 0L).set(RESERVED, 0L));
    }

    @Test
    void rowsOfOneTableWhereNothingIsForeseen() throws Exception {
        race(mayBegin(), take("b", 1), take("c", 1));
    }

    @Test
    void rowsOfSeveralTablesWhereNothingIsForeseen() throws Exception {
        race(mayBegin(), Write.add(thing("x"), SIZE, 1));
    }

    @Test
    void rowsOfSeveralTablesThatAreAddedTo() throws Exception {
        race(Write.add(thing("x"), SIZE, 1), take("a", 1));
    }

    @Test
    void rowsOfSeveralTables() throws Exception {
        // The version is wrong, so nothing is written; but the rows are locked as if it were right.
        race(rename("x", 7, "new"), take("a", 1));
    }

    private void race(Write... writes) throws Exception {
        List<Write> there = Arrays.asList(writes);
        List<Write> back = Arrays.asList(writes.clone());
        Collections.reverse(back);
        CyclicBarrier together = new CyclicBarrier(2);
        CompletableFuture<Void> one = CompletableFuture.runAsync(() -> commit(there, together));
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> commit(back, together));
        CompletableFuture.allOf(one, other).get(2, TimeUnit.MINUTES);
        assertThat(wire.failures)
                .extracting(SQLException::getSQLState)
                .as("a deadlock, which one had to be broken off for")
                .doesNotContain("40P01");
    }

    private void commit(List<Write> writes, CyclicBarrier together) {
        try (JdbcStorage storage = JdbcStorage.on(wire.dataSource(), options)) {
            storage.open(Things.TABLES);
            for (int i = 0; i < ROUNDS; i++) {
                together.await(1, TimeUnit.MINUTES);
                CommitResult result = storage.commit(set(writes.toArray(Write[]::new)));
                assertThat(result).isNotInstanceOf(CommitResult.InDoubt.class);
            }
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
