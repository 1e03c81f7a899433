package dev.commercekit.reliability.gateway;

import dev.commercekit.core.sandbox.SandboxGateway;
import dev.commercekit.examples.durable.gateway.GatewayCall;
import dev.commercekit.examples.durable.gateway.GatewayReply;
import dev.commercekit.examples.durable.gateway.GatewayServer;
import java.io.IOException;
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
    public static void main(String[] args) throws IOException {
        try (GatewayServer server = GatewayServer.start(new GatewayHall()::answer)) {
            server.serveUntilInputEnds();
        }
    }

    private GatewayReply answer(String line) {
        String[] parts = line.split(" ", 3);
        return accounts.computeIfAbsent(parts[0], merchant -> new Account())
                .reply(Instant.parse(parts[1]), GatewayCall.CODEC.read(parts[2]));
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
