package dev.commercekit.examples.durable.crash;

import dev.commercekit.IdempotencyKey;
import dev.commercekit.account.Buyer;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.core.Commerce;
import dev.commercekit.examples.basics.command.Progress;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** Keeps some processes selling, and kills one after the other in the midst of it. */
final class KillLoop {

    private static final int WORKERS = 3;
    private static final int SHOPPERS = 4;
    private static final int MOST_BETWEEN_KILLS = 60;
    private static final Duration GIVES_UP_AFTER = Duration.ofMinutes(2);

    private final String address;
    private final int gatewayPort;
    private final Heard heard;
    private final Random random;
    private final List<Worker> workers = new ArrayList<>();
    private int started;

    KillLoop(String address, int gatewayPort, Heard heard, long seed) {
        this.address = address;
        this.gatewayPort = gatewayPort;
        this.heard = heard;
        this.random = new Random(seed);
    }

    /**
     * Kills so many processes, and ends the others in peace.
     *
     * @param watch sees the same storage, and does no work of its own
     * @return the longest time from a death to the moment at which others had settled all that the dead one had begun
     */
    Duration run(int kills, Commerce watch) throws IOException, InterruptedException {
        Duration longest = Duration.ZERO;
        try (Progress progress = Progress.of("kills", kills)) {
            while (workers.size() < WORKERS) {
                workers.add(start());
            }
            for (int i = 0; i < kills; i++) {
                Worker victim = workers.remove(0);
                victim.awaitReady();
                letThemSell();
                victim.kill();
                workers.add(start());
                Duration recovered = awaitRecovery(victim.name(), watch);
                longest = recovered.compareTo(longest) > 0 ? recovered : longest;
                progress.step();
            }
            for (Worker survivor : workers) {
                survivor.stop();
            }
            return longest;
        } finally {
            for (Worker left : workers) {
                left.kill();
            }
        }
    }

    private Worker start() throws IOException {
        String name = "shop" + ++started;
        return Worker.start(
                name,
                heard,
                address,
                Integer.toString(gatewayPort),
                name,
                Integer.toString(SHOPPERS),
                Long.toString(random.nextLong()));
    }

    private void letThemSell() {
        int enough = heard.begun().size() + 1 + random.nextInt(MOST_BETWEEN_KILLS);
        long deadline = System.nanoTime() + GIVES_UP_AFTER.toNanos();
        while (heard.begun().size() < enough && System.nanoTime() < deadline) {
            LockSupport.parkNanos(random.nextInt(2_000_000));
        }
    }

    private Duration awaitRecovery(String dead, Commerce watch) {
        long died = System.nanoTime();
        Set<IdempotencyKey> open = heard.open().stream()
                .filter(key -> key.value().startsWith(dead + "-"))
                .collect(Collectors.toSet());
        while (!open.isEmpty() && System.nanoTime() - died < GIVES_UP_AFTER.toNanos()) {
            open.removeIf(key -> watch.checkout()
                    .find(Buyer.guest(key.value()), key)
                    .filter(CheckoutResult.Pending.class::isInstance)
                    .isEmpty());
            LockSupport.parkNanos(10_000_000);
        }
        return Duration.ofNanos(System.nanoTime() - died);
    }
}
