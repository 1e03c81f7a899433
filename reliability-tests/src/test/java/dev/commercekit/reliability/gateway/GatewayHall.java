package dev.commercekit.reliability.gateway;

import dev.commercekit.core.sandbox.SandboxGateway;
import dev.commercekit.examples.durable.gateway.GatewayCall;
import dev.commercekit.examples.durable.gateway.GatewayReply;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sandbox gateways as a process of its own, one for each merchant who calls, on a port that it prints. A call is a line: the
 * merchant, the time, and what is called. It ends when its standard input does, so it never outlives whoever started it.
 */
public final class GatewayHall {

    private final Map<String, Account> accounts = new ConcurrentHashMap<>();

    private GatewayHall() {}

    /** Serves until standard input ends. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws IOException {
        GatewayHall hall = new GatewayHall();
        try (ServerSocket server = new ServerSocket(0, 500, InetAddress.getLoopbackAddress())) {
            daemon(() -> hall.accept(server));
            System.out.println(server.getLocalPort());
            while (System.in.read() >= 0) {
                // what comes says nothing; its end does
            }
        }
    }

    private void accept(ServerSocket server) {
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
                String[] parts = line.split(" ", 3);
                GatewayReply reply = accounts.computeIfAbsent(parts[0], merchant -> new Account())
                        .reply(Instant.parse(parts[1]), GatewayCall.CODEC.read(parts[2]));
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

    /** A merchant's gateway, whose time is that of the latest call. */
    private static final class Account {

        private volatile Instant now = Instant.EPOCH;
        private final SandboxGateway gateway = SandboxGateway.at(() -> now);

        GatewayReply reply(Instant at, GatewayCall call) {
            now = at;
            return call.answeredBy(gateway);
        }
    }
}
