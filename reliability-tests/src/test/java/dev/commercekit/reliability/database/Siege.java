package dev.commercekit.reliability.database;

import dev.commercekit.core.Commerce;
import dev.commercekit.examples.durable.crash.Heard;
import dev.commercekit.examples.durable.crash.Judgement;
import dev.commercekit.examples.durable.crash.ShopOpening;
import dev.commercekit.examples.durable.crash.Worker;
import dev.commercekit.examples.durable.gateway.GatewayProcess;
import dev.commercekit.examples.durable.gateway.RemoteGateway;
import dev.commercekit.examples.durable.place.OpenStorage;
import dev.commercekit.reliability.process.Child;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** Some processes that sell from one PostgreSQL and one gateway, each with some shoppers, while blows fall. */
final class Siege implements AutoCloseable {

    private static final int PROCESSES = 2;
    private static final String SHOPPERS = "4";

    private final Heard heard = new Heard();
    private final Deque<Worker> workers = new ArrayDeque<>();
    private final Class<?> program;
    private final Random random;
    private final KillablePostgres database;
    private final Child gateway = Child.start(GatewayProcess.class);
    private final int port = Integer.parseInt(gateway.next());
    private final RemoteGateway remote = new RemoteGateway(port, ShopOpening.GATEWAY_TIMEOUT);
    private final List<String> more;
    private int started;

    /**
     * Starts the database and the gateway.
     *
     * @param settings further settings of the database
     * @param program what sells, with the arguments of {@link dev.commercekit.examples.durable.crash.ShopProcess}
     * @param more further arguments
     */
    Siege(Path data, Map<String, String> settings, long seed, Class<?> program, String... more) throws IOException {
        this.program = program;
        this.more = List.of(more);
        this.random = new Random(seed);
        this.database = new KillablePostgres(data, settings);
    }

    Heard heard() {
        return heard;
    }

    Random random() {
        return random;
    }

    /** Opens the storage, for one more process. */
    OpenStorage storage() {
        return OpenStorage.at(database.url());
    }

    RemoteGateway gateway() {
        return remote;
    }

    /** Starts as many processes as are missing. */
    void fill() throws IOException, InterruptedException {
        while (workers.size() < PROCESSES) {
            String name = "shop" + ++started;
            List<String> arguments = new ArrayList<>(
                    List.of(database.url(), Integer.toString(port), name, SHOPPERS, Long.toString(random.nextLong())));
            arguments.addAll(more);
            Worker worker = Worker.start(program, name, heard, arguments.toArray(String[]::new));
            workers.add(worker);
            worker.awaitReady();
        }
    }

    /** Lets so many checkouts begin. */
    void letThemSell(int checkouts) {
        int enough = heard.begun().size() + checkouts;
        while (heard.begun().size() < enough) {
            LockSupport.parkNanos(random.nextInt(2_000_000));
        }
    }

    /** Kills, and starts the database again if it was hit; returns how many checkouts were under way. */
    int strike(Blow blow) throws IOException, InterruptedException {
        blow.strike(database);
        int open = heard.open().size();
        if (blow.hitsProcess()) {
            workers.removeFirst().kill();
        }
        if (blow.hitsDatabase()) {
            database.startAgain();
        }
        return open;
    }

    /** Ends the processes in peace, and judges. */
    Judgement end(Commerce shop) throws IOException, InterruptedException {
        for (Worker worker : workers) {
            worker.stop();
        }
        Judgement judgement = new Judgement(heard, shop, remote);
        judgement.judge(Duration.ofMinutes(5));
        return judgement;
    }

    @Override
    public void close() throws IOException {
        try {
            for (Worker left : workers) {
                left.kill();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } finally {
            remote.close();
            gateway.close();
            database.close();
        }
    }
}
