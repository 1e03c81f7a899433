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

/** Serves a sandbox gateway on a port of the loopback interface. */
final class GatewayServer implements AutoCloseable {

    private final ServerSocket server;
    private final SandboxGateway gateway;

    private GatewayServer(ServerSocket server, SandboxGateway gateway) {
        this.server = server;
        this.gateway = gateway;
    }

    static GatewayServer start(SandboxGateway gateway) throws IOException {
        ServerSocket socket = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        GatewayServer server = new GatewayServer(socket, gateway);
        daemon(server::accept);
        return server;
    }

    int port() {
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
                GatewayReply reply = GatewayCall.CODEC.read(line).answeredBy(gateway);
                out.write((GatewayReply.CODEC.write(reply) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException gone) {
            // what the caller asked for is done or not, as with any gateway
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "gateway");
        thread.setDaemon(true);
        thread.start();
    }
}
