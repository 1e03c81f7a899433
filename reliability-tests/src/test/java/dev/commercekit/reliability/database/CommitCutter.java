package dev.commercekit.reliability.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Stands between clients and a PostgreSQL on this machine, passes everything on, and cuts the connection at some of the
 * COMMITs of those that write, as a seed says.
 */
final class CommitCutter implements AutoCloseable {

    /** What no transaction does that only reads. */
    private static final String WRITES = "INSERT INTO ";

    /** How the statement is sent, with the NUL at its end. */
    private static final String COMMIT = "COMMIT\0";

    /** What the server says when it has answered all, be it that it refused. */
    private static final String READY = "Z\0\0\0\5";

    private static final int BUFFER = 1 << 16;
    private static final List<Cut> CUTS = List.of(Cut.values());

    private final ServerSocket server;
    private final int target;
    private final ReentrantLock lock = new ReentrantLock();
    private final Random random;
    private final Map<Cut, Integer> cuts = new EnumMap<>(Cut.class);
    private int percent;

    /**
     * Starts it.
     *
     * @param target the port of the database
     * @param percent how many of a hundred COMMITs are cut
     */
    CommitCutter(int target, long seed, int percent) throws IOException {
        this.server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        this.target = target;
        this.random = new Random(seed);
        this.percent = percent;
        daemon(this::accept);
    }

    /** Returns the port of clients. */
    int port() {
        return server.getLocalPort();
    }

    /** Cuts nothing any more. */
    void rest() {
        lock.lock();
        try {
            percent = 0;
        } finally {
            lock.unlock();
        }
    }

    /** Returns how often a connection was cut, and where. */
    Map<Cut, Integer> cuts() {
        lock.lock();
        try {
            return new EnumMap<>(cuts);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Line line = new Line(client, new Socket(InetAddress.getLoopbackAddress(), target));
                daemon(line::up);
                daemon(line::down);
            } catch (IOException closing) {
                return;
            }
        }
    }

    private Optional<Cut> draw() {
        lock.lock();
        try {
            if (random.nextInt(100) >= percent) {
                return Optional.empty();
            }
            Cut cut = CUTS.get(random.nextInt(CUTS.size()));
            cuts.merge(cut, 1, Integer::sum);
            return Optional.of(cut);
        } finally {
            lock.unlock();
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "cutter");
        thread.setDaemon(true);
        thread.start();
    }

    /** One connection. */
    private final class Line {

        private final Socket client;
        private final Socket database;
        private volatile boolean mute;

        Line(Socket client, Socket database) {
            this.client = client;
            this.database = database;
            try {
                client.setTcpNoDelay(true);
                database.setTcpNoDelay(true);
            } catch (IOException closed) {
                throw new UncheckedIOException(closed);
            }
        }

        void up() {
            pass(client, sent -> {
                Optional<Cut> cut = contains(sent, WRITES) && contains(sent, COMMIT) ? draw() : Optional.empty();
                mute |= cut.isPresent();
                if (cut.isEmpty() || cut.get() != Cut.NOT_SENT) {
                    database.getOutputStream().write(sent);
                }
                return cut.isEmpty() || cut.get() == Cut.REPLY_LOST;
            });
        }

        void down() {
            pass(database, told -> {
                if (!mute) {
                    client.getOutputStream().write(told);
                }
                return !(mute && contains(told, READY));
            });
        }

        /** Takes what comes until it is to go on no more, and cuts then. */
        private void pass(Socket from, Passing passing) {
            try (client;
                    database) {
                InputStream in = from.getInputStream();
                byte[] buffer = new byte[BUFFER];
                for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                    if (!passing.goesOn(Arrays.copyOf(buffer, length))) {
                        return;
                    }
                }
            } catch (IOException cut) {
                // the other direction was cut
            }
        }
    }

    private static boolean contains(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(text);
    }

    private interface Passing {
        boolean goesOn(byte[] bytes) throws IOException;
    }
}
