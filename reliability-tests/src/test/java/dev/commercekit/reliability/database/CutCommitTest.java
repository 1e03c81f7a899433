package dev.commercekit.reliability.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.core.Commerce;
import dev.commercekit.core.CommerceBuilder;
import dev.commercekit.core.Seeds;
import dev.commercekit.core.Shared;
import dev.commercekit.examples.durable.crash.ShopOpening;
import dev.commercekit.examples.durable.gateway.GatewayProcess;
import dev.commercekit.examples.durable.gateway.RemoteGateway;
import dev.commercekit.jdbc.JdbcOptions;
import dev.commercekit.jdbc.JdbcStorage;
import dev.commercekit.reliability.database.PersistentBuyer.Bought;
import dev.commercekit.reliability.process.Child;
import dev.commercekit.storage.Storage;
import dev.commercekit.testkit.oracle.ShopOracle;
import dev.commercekit.testkit.oracle.Violation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Cuts connections around COMMIT, before the server has it, while it waits there, and before its reply is heard, while several
 * buyers buy. What was in doubt must be settled, and the answers and the rows must agree.
 */
@Timeout(value = 4, unit = TimeUnit.HOURS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CutCommitTest {

    private static final int BUYERS = 4;
    private static final int PURCHASES = 12;
    private static final int PERCENT = 30;

    /** A commit waits so many microseconds before it is written to disk, although nobody else commits. */
    private static final Map<String, String> COMMITS_WAIT =
            Map.of("commit_delay", "10000", "commit_siblings", "0", "max_connections", "60");

    @TempDir
    private static Path folder;

    private static KillablePostgres database;

    @BeforeAll
    static void start() throws Exception {
        database = new KillablePostgres(folder.resolve("data"), COMMITS_WAIT);
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    static List<Long> seeds() {
        return Seeds.usually(1).stream().boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsInDoubtIsSettled(long seed) throws Exception {
        JdbcOptions options = JdbcOptions.defaults().withPrefix("seed" + seed + "_");
        try (CommitCutter cutter = new CommitCutter(database.port(), seed, PERCENT);
                HikariDataSource cut = pool(cutter.port());
                HikariDataSource whole = pool(database.port());
                Child gateway = Child.start(GatewayProcess.class);
                RemoteGateway remote =
                        new RemoteGateway(Integer.parseInt(gateway.next()), ShopOpening.GATEWAY_TIMEOUT)) {
            CountedDoubts storage = new CountedDoubts(JdbcStorage.on(cut, options));
            try (Commerce judge =
                    open(JdbcStorage.on(whole, options), remote).manual().build()) {
                ShopOpening.stockUp(judge);
                List<Bought> all;
                try (Commerce shop = open(storage, remote).build()) {
                    all = buy(shop, seed);
                    cutter.rest();
                }
                ShopOracle oracle = new ShopOracle(judge.storage(), judge.tables(), remote, judge.orders());
                assertThat(settled(judge, oracle)).isEmpty();
                assertThat(all).allSatisfy(bought -> {
                    assertThat(bought.answer()).isInstanceOf(CheckoutResult.Confirmed.class);
                    assertThat(judge.checkout().complete(bought.request())).isEqualTo(bought.answer());
                });
            }
            System.out.printf(
                    "COMMIT cut: seed %d, %d checkouts, %s, %d sets in doubt, %d joined%n",
                    seed,
                    BUYERS * PURCHASES,
                    cutter.cuts(),
                    storage.inDoubt().get(),
                    storage.joined().get());
            assertThat(cutter.cuts()).containsOnlyKeys(Cut.values());
            assertThat(storage.joined()).hasPositiveValue();
        }
    }

    private static List<Bought> buy(Commerce shop, long seed) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(BUYERS);
        try {
            List<Future<Bought>> purchases = new ArrayList<>();
            for (int i = 0; i < BUYERS * PURCHASES; i++) {
                PersistentBuyer buyer = new PersistentBuyer(shop, "seed" + seed + "-buyer" + i);
                int which = i;
                purchases.add(threads.submit(() -> buyer.buy(which)));
            }
            List<Bought> all = new ArrayList<>();
            for (Future<Bought> purchase : purchases) {
                all.add(purchase.get());
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }

    /** Does what is due until the oracle finds nothing, for at most a minute of its own work. */
    private static List<Violation> settled(Commerce shop, ShopOracle oracle) {
        List<Violation> found = oracle.settled();
        for (int i = 0; i < 300 && !found.isEmpty(); i++) {
            while (shop.housekeep() > 0) {}
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            found = oracle.settled();
        }
        return found;
    }

    private static CommerceBuilder open(Storage storage, RemoteGateway remote) {
        return Commerce.builder()
                .storage(storage)
                .payments(Shared.of(remote))
                .gatewayTimeout(ShopOpening.GATEWAY_TIMEOUT)
                .pollEvery(Duration.ofMillis(200));
    }

    private static HikariDataSource pool(int port) {
        HikariDataSource pool = new HikariDataSource();
        // The text of each statement is sent each time, so that a COMMIT is seen.
        pool.setJdbcUrl("jdbc:postgresql://localhost:" + port + "/postgres?user=postgres&prepareThreshold=0");
        pool.setMaximumPoolSize(8);
        return pool;
    }
}
