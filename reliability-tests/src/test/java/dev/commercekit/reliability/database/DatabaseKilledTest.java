package dev.commercekit.reliability.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.core.Commerce;
import dev.commercekit.examples.durable.crash.Heard;
import dev.commercekit.examples.durable.crash.Judgement;
import dev.commercekit.examples.durable.crash.ShopOpening;
import dev.commercekit.examples.durable.crash.Worker;
import dev.commercekit.examples.durable.gateway.GatewayProcess;
import dev.commercekit.examples.durable.gateway.RemoteGateway;
import dev.commercekit.examples.durable.place.OpenStorage;
import dev.commercekit.reliability.process.Child;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Several processes sell from one PostgreSQL, each with some shoppers, while processes and the database are killed. What buyers
 * were told must be there when the database has come back, and whatever had begun must be finished.
 *
 * <p>{@code -Dcommercekit.kills=N} strikes so often, {@code -Dcommercekit.seed=S} at other moments.
 */
@Timeout(value = 4, unit = TimeUnit.HOURS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DatabaseKilledTest {

    private static final List<Blow> KINDS = List.of(Blow.values());
    private static final int BLOWS = Integer.getInteger("commercekit.kills", KINDS.size());
    private static final long SEED = Long.getLong("commercekit.seed", 1);
    private static final int PROCESSES = 2;
    private static final String SHOPPERS = "4";
    private static final int MOST_BETWEEN_BLOWS = 60;

    @TempDir
    private Path folder;

    private final Heard heard = new Heard();
    private final Random random = new Random(SEED);
    private final Deque<Worker> workers = new ArrayDeque<>();
    private int started;

    @Test
    void nothingIsLostWhenTheDatabaseIsKilled() throws Exception {
        int open = 0;
        try (KillablePostgres database = new KillablePostgres(folder.resolve("data"), Map.of());
                Child gateway = Child.start(GatewayProcess.class)) {
            int port = Integer.parseInt(gateway.next());
            try (RemoteGateway remote = new RemoteGateway(port, ShopOpening.GATEWAY_TIMEOUT);
                    OpenStorage storage = OpenStorage.at(database.url());
                    Commerce shop =
                            ShopOpening.builder(storage, remote).manual().build()) {
                ShopOpening.stockUp(shop);
                while (workers.size() < PROCESSES) {
                    workers.add(start(database, port));
                }
                for (int i = 0; i < BLOWS; i++) {
                    Blow blow = KINDS.get(i % KINDS.size());
                    letThemSell();
                    open += strike(blow, database, port);
                }
                letThemSell();
                for (Worker worker : workers) {
                    worker.stop();
                }
                Judgement judgement = new Judgement(heard, shop, remote);
                judgement.judge(Duration.ofMinutes(5));
                assertThat(judgement.violations()).isEmpty();
                assertThat(judgement.lost()).as("answers that are gone").isZero();
            }
        } finally {
            for (Worker left : workers) {
                left.kill();
            }
        }
        System.out.printf(
                "processes and database killed: seed %d, %d blows, %d checkouts begun, %d answered%n",
                SEED, BLOWS, heard.begun().size(), heard.answers().size());
        assertThat(open).as("checkouts that were under way at a blow").isPositive();
    }

    /** Kills, and brings back what was killed; returns how many checkouts were under way. */
    private int strike(Blow blow, KillablePostgres database, int port) throws Exception {
        blow.strike(database);
        int open = heard.open().size();
        if (blow.hitsProcess()) {
            workers.removeFirst().kill();
        }
        if (blow.hitsDatabase()) {
            database.startAgain();
        }
        if (blow.hitsProcess()) {
            workers.add(start(database, port));
        }
        return open;
    }

    private Worker start(KillablePostgres database, int port) throws Exception {
        String name = "shop" + ++started;
        Worker worker = Worker.start(
                name, heard, database.url(), Integer.toString(port), name, SHOPPERS, Long.toString(random.nextLong()));
        worker.awaitReady();
        return worker;
    }

    private void letThemSell() {
        int enough = heard.begun().size() + 20 + random.nextInt(MOST_BETWEEN_BLOWS);
        while (heard.begun().size() < enough) {
            LockSupport.parkNanos(random.nextInt(2_000_000));
        }
    }
}
