package dev.commercekit.reliability.gateway;

import dev.commercekit.examples.durable.gateway.CalledGateway;
import dev.commercekit.examples.durable.gateway.GatewayCall;
import dev.commercekit.examples.durable.gateway.GatewayReply;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

/** A merchant's gateway in the {@link GatewayHall}. Each call has a connection of its own. */
public final class MerchantGateway extends CalledGateway {

    private final int port;
    private final String merchant;
    private final InstantSource clock;

    /** Creates a client; the merchant's name has no spaces. */
    public MerchantGateway(int port, String merchant, InstantSource clock) {
        this.port = port;
        this.merchant = merchant;
        this.clock = clock;
    }

    @Override
    protected GatewayReply call(GatewayCall call) {
        String line = merchant + " " + clock.instant() + " " + GatewayCall.CODEC.write(call) + "\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            String reply = in.readLine();
            if (reply == null) {
                throw new IOException("the gateway closed the connection");
            }
            return GatewayReply.CODEC.read(reply);
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}
