package dev.commercekit.examples.durable.gateway;

import dev.commercekit.core.sandbox.SandboxGateway;
import java.io.IOException;
import java.time.InstantSource;

/**
 * A sandbox gateway as a process of its own, on a port that it prints. It ends when its standard input does, so it never
 * outlives whoever started it.
 */
public final class GatewayProcess {

    private GatewayProcess() {}

    /** Serves until standard input ends. */
    public static void main(String[] args) throws IOException {
        try (GatewayServer server = GatewayServer.start(SandboxGateway.at(InstantSource.system()))) {
            server.serveUntilInputEnds();
        }
    }
}
