package dev.commercekit.examples.durable.gateway;

import dev.commercekit.core.sandbox.SandboxGateway;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** Serves a gateway on a port of the loopback interface: each line that comes is a call, and is answered by a line. */
public final class GatewayServer implements AutoCloseable {

    /** As many callers may connect at once. */
    private static final int BACKLOG = 500;

    private final ServerSocket server;
    private final Function<String, GatewayReply> gateway;

    private GatewayServer(ServerSocket server, Function<String, GatewayReply> gateway) {
        this.server = server;
        this.gateway = gateway;
    }

    /** Starts to serve one sandbox gateway. */
    static GatewayServer start(SandboxGateway gateway) throws IOException {
        return start(line -> GatewayCall.CODEC.read(line).answeredBy(gateway));
    }

    /** Starts to serve what answers lines; it is called by many threads. */
    public static GatewayServer start(Function<String, GatewayReply> gateway) throws IOException {
        ServerSocket socket = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        GatewayServer server = new GatewayServer(socket, gateway);
        daemon(server::accept);
        return server;
    }

    /** Returns the port. */
    public int port() {
        return server.getLocalPort();
    }

    /** Takes no further caller; those that are there are served until they go. */
    @Override
    public void close() throws IOException {
        server.close();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket caller = server.accept();
                daemon(() -> serve(caller));
            } catch (IOException closing) {
                return;
            }
        }
    }

    private void serve(Socket caller) {
        try (caller;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8))) {
            caller.setTcpNoDelay(true);
            OutputStream out = caller.getOutputStream();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                GatewayReply reply = gateway.apply(line);
                out.write((GatewayReply.CODEC.write(reply) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException gone) {
            // what the caller asked for is done or not, as with any gateway
        }
    }

    /** Tells the port on standard output, and serves until standard input ends. */
    @SuppressWarnings("SystemOut")
    public void serveUntilInputEnds() throws IOException {
        System.out.println(port());
        while (System.in.read() >= 0) {
            // what comes says nothing; its end does
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "gateway");
        thread.setDaemon(true);
        thread.start();
    }
}
