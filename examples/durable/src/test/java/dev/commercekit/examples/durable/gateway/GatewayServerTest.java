package dev.commercekit.examples.durable.gateway;

import dev.commercekit.core.sandbox.SandboxCards;
import dev.commercekit.core.sandbox.SandboxGateway;
import dev.commercekit.payment.DeclineReason;
import dev.commercekit.payment.PaymentGateway;
import dev.commercekit.payment.PaymentToken;
import dev.commercekit.testkit.payment.PaymentGatewayContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;

class GatewayServerTest extends PaymentGatewayContract {

    private final GatewayServer server = started();
    private final RemoteGateway remote = new RemoteGateway(server.port(), Duration.ofSeconds(30));

    @AfterEach
    void close() throws IOException {
        remote.close();
        server.close();
    }

    @Override
    protected PaymentGateway gateway() {
        return remote;
    }

    @Override
    protected PaymentToken approvingToken() {
        return SandboxCards.approved();
    }

    @Override
    protected PaymentToken decliningToken() {
        return SandboxCards.declined(DeclineReason.DO_NOT_HONOR);
    }

    private static GatewayServer started() {
        try {
            return GatewayServer.start(SandboxGateway.at(InstantSource.system()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
