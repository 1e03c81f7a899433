package dev.commercekit.reliability.database;

import dev.commercekit.core.CommerceBuilder;
import dev.commercekit.core.Shared;
import dev.commercekit.examples.durable.crash.ShopOpening;
import dev.commercekit.examples.durable.crash.ShopProcess;
import dev.commercekit.examples.durable.gateway.RemoteGateway;
import dev.commercekit.examples.durable.place.OpenStorage;
import dev.commercekit.storage.transaction.Durability;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A process that sells while confirmations are relaxed, with carts that the database knows nothing of. While a gate is shut, none of
 * its strict commits comes to the database, so that nothing makes durable what its buyers are told.
 */
public final class RelaxedShopProcess {

    private RelaxedShopProcess() {}

    /**
     * Sells.
     *
     * @param args those of {@link ShopProcess#main}, and the file that shuts the gate
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Gate gate = new Gate(Path.of(args[5]));
        ShopProcess.sell(
                args,
                (storage, gateway) ->
                        builder(new OpenStorage(gate.before(storage.storage()), storage.connections()), gateway));
    }

    /** Returns a builder of the shop; all on the same storage have this in common. */
    static CommerceBuilder builder(OpenStorage storage, RemoteGateway gateway) {
        return ShopOpening.builder(storage, gateway)
                .confirmations(Durability.RELAXED)
                .cartStore(Shared.of(new CartsInMemory()));
    }
}
