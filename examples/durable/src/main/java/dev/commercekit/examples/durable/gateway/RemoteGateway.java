package dev.commercekit.examples.durable.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;

/** A gateway in another process of this machine, see {@link GatewayProcess}. Connections that are free are used again. */
public final class RemoteGateway extends CalledGateway implements AutoCloseable {

    private final int port;
    private final Duration timeout;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Connection> free = new ArrayDeque<>();

    /** Creates a client of the gateway on the given port, whose calls take at most the given time. */
    public RemoteGateway(int port, Duration timeout) {
        this.port = port;
        this.timeout = timeout;
    }

    @Override
    protected GatewayReply call(GatewayCall call) {
        try {
            Connection connection = take();
            GatewayReply reply;
            try {
                reply = connection.call(call);
            } catch (IOException | RuntimeException broken) {
                connection.close();
                throw broken;
            }
            give(connection);
            return reply;
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    /** Closes the connections that are free; one that is in use is closed when its call ends in failure. */
    @Override
    public void close() {
        lock.lock();
        try {
            free.forEach(Connection::close);
            free.clear();
        } finally {
            lock.unlock();
        }
    }

    private Connection take() throws IOException {
        lock.lock();
        try {
            if (!free.isEmpty()) {
                return free.pop();
            }
        } finally {
            lock.unlock();
        }
        return new Connection(port, timeout);
    }

    private void give(Connection connection) {
        lock.lock();
        try {
            free.push(connection);
        } finally {
            lock.unlock();
        }
    }

    /** One call at a time: a line there, a line back. */
    private static final class Connection {

        private final Socket socket;
        private final BufferedReader in;
        private final OutputStream out;

        Connection(int port, Duration timeout) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(Math.toIntExact(timeout.toMillis()));
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            out = socket.getOutputStream();
        }

        GatewayReply call(GatewayCall call) throws IOException {
            out.write((GatewayCall.CODEC.write(call) + "\n").getBytes(StandardCharsets.UTF_8));
            String line = in.readLine();
            if (line == null) {
                throw new IOException("the gateway closed the connection");
            }
            return GatewayReply.CODEC.read(line);
        }

        void close() {
            try {
                socket.close();
            } catch (IOException alreadyBroken) {
                // nothing of it is used any more
            }
        }
    }
}
