package dev.commercekit.examples.durable.place;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL of its own, that writes to disk what it says it has committed, and keeps its data between two runs. */
public final class PostgresServer implements AutoCloseable {

    private static final String LOCK_FILE = "postmaster.pid";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final EmbeddedPostgres server;

    private PostgresServer(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Starts a server.
     *
     * @param data the folder of its data
     * @param keep whether what is there is kept; otherwise the server begins empty
     */
    public static PostgresServer start(Path data, boolean keep) throws IOException {
        endLeftover(data);
        return new PostgresServer(EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(!keep)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setPGStartupWait(PATIENCE)
                .start());
    }

    /** Returns where it can be reached. */
    public String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    /** A demo that was killed leaves its server running. */
    private static void endLeftover(Path data) throws IOException {
        Path file = data.resolve(LOCK_FILE);
        if (!Files.exists(file)) {
            return;
        }
        List<String> lines = Files.readAllLines(file);
        Optional<ProcessHandle> left = lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.get(0).strip()));
        boolean postgres = left.flatMap(process -> process.info().command())
                .filter(command -> command.endsWith("postgres"))
                .isPresent();
        if (postgres) {
            left.orElseThrow().destroy();
            try {
                left.orElseThrow().onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } catch (Exception stillThere) {
                throw new IOException("the server of an earlier run does not end; its folder is " + data, stillThere);
            }
        }
        Files.deleteIfExists(file);
    }
}
