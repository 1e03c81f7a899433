package dev.commercekit.examples.durable.crash;

import dev.commercekit.core.Commerce;
import dev.commercekit.core.CommerceBuilder;
import dev.commercekit.examples.durable.gateway.RemoteGateway;
import dev.commercekit.examples.durable.place.OpenStorage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;

/** A process that sells until it is killed, or until its standard input ends. */
public final class ShopProcess {

    private ShopProcess() {}

    /**
     * Opens the shop and lets shoppers in.
     *
     * @param args where the shop is kept, the port of the gateway, the name of the process, how many shoppers, a seed
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        sell(args, ShopOpening::builder);
    }

    /**
     * Sells in a shop that is built in another way.
     *
     * @param args those of {@link #main}
     * @param opening builds it, on the storage and the gateway
     */
    public static void sell(String[] args, BiFunction<OpenStorage, RemoteGateway, CommerceBuilder> opening)
            throws IOException, InterruptedException {
        int shoppers = Integer.parseInt(args[3]);
        Testimony told = new Testimony(System.out);
        AtomicBoolean open = new AtomicBoolean(true);
        List<Thread> threads = new ArrayList<>();
        try (RemoteGateway gateway = new RemoteGateway(Integer.parseInt(args[1]), ShopOpening.GATEWAY_TIMEOUT);
                OpenStorage storage = OpenStorage.at(args[0]);
                Commerce shop = opening.apply(storage, gateway).build()) {
            told.ready();
            for (int i = 0; i < shoppers; i++) {
                Shopper shopper = new Shopper(shop, told, Long.parseLong(args[4]) + i);
                String name = args[2] + "-" + i;
                Thread thread = new Thread(() -> shopper.shop(name, open::get));
                thread.start();
                threads.add(thread);
            }
            while (System.in.read() >= 0) {
                // what comes says nothing; its end does
            }
            open.set(false);
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }
}
