package dev.commercekit.jdbc;

import static dev.commercekit.jdbc.Things.newStock;
import static dev.commercekit.jdbc.Things.newThing;
import static dev.commercekit.jdbc.Things.onHand;
import static dev.commercekit.jdbc.Things.rename;
import static dev.commercekit.jdbc.Things.set;
import static dev.commercekit.jdbc.Things.take;
import static dev.commercekit.testkit.storage.model.ContractTables.thing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.storage.CommitResult;
import dev.commercekit.storage.WriteSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Instances whose commits in one round trip meet at the same rows. */
class ContendedTripsTest {

    private final JdbcOptions options = PostgresServer.newSchema();
    private JdbcStorage storage;

    @BeforeEach
    void open() {
        storage = JdbcStorage.on(PostgresServer.pool(), options);
        storage.open(Things.TABLES);
        storage.commit(set(newThing("x")));
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void twoInstancesThatAddToTheSameRowLoseNothing(int sets) throws Exception {
        int rounds = 40;
        storage.commit(set(newStock("hot", 2L * rounds * sets - 1)));
        CompletableFuture<Integer> one = CompletableFuture.supplyAsync(() -> sell(sets, rounds, "one"));
        CompletableFuture<Integer> other = CompletableFuture.supplyAsync(() -> sell(sets, rounds, "other"));
        assertThat(one.get(1, TimeUnit.MINUTES) + other.get(1, TimeUnit.MINUTES))
                .isEqualTo(2 * rounds * sets - 1);
        assertThat(onHand(storage, "hot")).isZero();
    }

    private int sell(int sets, int rounds, String name) {
        int sold = 0;
        try (JdbcStorage own = JdbcStorage.on(PostgresServer.pool(), options)) {
            own.open(Things.TABLES);
            for (int i = 0; i < rounds; i++) {
                List<WriteSet> list = new ArrayList<>();
                for (int j = 0; j < sets; j++) {
                    list.add(set(newThing(name + "-" + i + "-" + j), take("hot", 1)));
                }
                sold += (int) own.commitAll(list).stream()
                        .filter(CommitResult::applied)
                        .count();
            }
        }
        return sold;
    }

    @Test
    void ofTwoInstancesThatChangeARowAtAVersionOneIsRefused() throws Exception {
        for (int i = 1; i <= 40; i++) {
            int version = i;
            CompletableFuture<CommitResult> one = CompletableFuture.supplyAsync(() -> renamed(version));
            CompletableFuture<CommitResult> other = CompletableFuture.supplyAsync(() -> renamed(version));
            assertThat(List.of(one.get(1, TimeUnit.MINUTES), other.get(1, TimeUnit.MINUTES)))
                    .as("version " + i)
                    .filteredOn(CommitResult::applied)
                    .hasSize(1);
        }
        assertThat(storage.get(List.of(thing("x"))).rows().get(0).version()).isEqualTo(41);
    }

    private CommitResult renamed(int version) {
        try (JdbcStorage own = JdbcStorage.on(PostgresServer.pool(), options)) {
            own.open(Things.TABLES);
            return own.commit(set(rename("x", version, "at " + version)));
        }
    }
}
