package dev.commercekit.reliability.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A durable PostgreSQL of its own, that can be killed and started again on what it has on disk, at the same address. */
final class KillablePostgres implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path data;
    private final Map<String, String> settings;
    private final int port;
    private EmbeddedPostgres server;

    /**
     * Starts it.
     *
     * @param data an empty folder for its data
     * @param settings further settings of the server
     */
    KillablePostgres(Path data, Map<String, String> settings) throws IOException {
        this.data = data;
        this.settings = settings;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        server = start();
    }

    private EmbeddedPostgres start() throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setPGStartupWait(PATIENCE)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on");
        settings.forEach(builder::setServerConfig);
        return builder.start();
    }

    int port() {
        return port;
    }

    /** Returns where it can be reached, now and after it was started again. */
    String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    /** Stops it immediately: it ends all sessions at once and writes nothing more to disk. Returns when it is dead. */
    void stopImmediately() throws IOException, InterruptedException {
        List<ProcessHandle> all = processes();
        new ProcessBuilder("kill", "-QUIT", Long.toString(all.get(0).pid()))
                .start()
                .waitFor();
        awaitEnd(all);
    }

    /** Ends all its processes by SIGKILL. Returns when they are dead. */
    void killAll() throws IOException {
        List<ProcessHandle> all = processes();
        all.forEach(ProcessHandle::destroyForcibly);
        awaitEnd(all);
    }

    /** Starts it again on what is on disk; it recovers what it had committed. */
    void startAgain() throws IOException {
        server.close();
        server = start();
    }

    /** The server, and behind it all processes that it has started. */
    private List<ProcessHandle> processes() throws IOException {
        String pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip();
        ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        List<ProcessHandle> all = new ArrayList<>(List.of(postmaster));
        all.addAll(postmaster.descendants().toList());
        return all;
    }

    private static void awaitEnd(List<ProcessHandle> processes) {
        processes.forEach(process -> process.onExit().join());
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
