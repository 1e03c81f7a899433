package dev.commercekit.reliability.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.account.Buyer;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.core.Commerce;
import dev.commercekit.examples.durable.crash.Heard;
import dev.commercekit.examples.durable.crash.Judgement;
import dev.commercekit.examples.durable.crash.ShopOpening;
import dev.commercekit.examples.durable.place.OpenStorage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Confirmations are relaxed, and the database, which writes them to disk late, is killed just when a buyer was told one. When it has
 * come back, what somebody was told is there, or stands at its payment again; in the end it is there, paid for once. It goes on
 * until some of what was told was taken back.
 *
 * <p>{@code -Dcommercekit.kills=N} strikes at least so often, {@code -Dcommercekit.seed=S} at other moments.
 */
@Timeout(value = 4, unit = TimeUnit.HOURS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RelaxedDatabaseKilledTest {

    private static final List<Blow> KINDS = List.of(
            Blow.DATABASE_STOPPED,
            Blow.DATABASE_KILLED,
            Blow.PROCESS_AND_DATABASE_STOPPED,
            Blow.PROCESS_AND_DATABASE_KILLED);

    private static final int BLOWS = Integer.getInteger("commercekit.kills", KINDS.size());
    private static final int MOST_BLOWS = 3 * BLOWS;
    private static final long SEED = Long.getLong("commercekit.seed", 1);
    private static final int MOST_BETWEEN_BLOWS = 20;

    /** For how many milliseconds somebody may be told something behind the gate. */
    private static final int PATIENCE = 50;

    /** Between two turns of the process that writes the log; whatever is strict does not wait for it. */
    private static final Map<String, String> LATE = Map.of("wal_writer_delay", "10s");

    @TempDir
    private Path folder;

    @Test
    void whatSomebodyWasToldComesBack() throws Exception {
        int blows = 0;
        long takenBack = 0;
        Gate gate = new Gate(folder.resolve("shut"));
        try (Siege siege = new Siege(
                        folder.resolve("data"),
                        LATE,
                        SEED,
                        RelaxedShopProcess.class,
                        gate.shut().toString());
                OpenStorage storage = siege.storage();
                Commerce shop = RelaxedShopProcess.builder(storage, siege.gateway())
                        .manual()
                        .build()) {
            ShopOpening.stockUp(shop);
            siege.fill();
            for (; blows < BLOWS || (takenBack == 0 && blows < MOST_BLOWS); blows++) {
                siege.letThemSell(5 + siege.random().nextInt(MOST_BETWEEN_BLOWS));
                shutWhenSomebodyIsTold(gate, siege.heard());
                siege.strike(KINDS.get(blows % KINDS.size()));
                takenBack += takenBack(siege.heard(), shop);
                gate.open();
                siege.fill();
            }
            siege.letThemSell(5);
            Judgement judgement = siege.end(shop);
            System.out.printf(
                    "relaxed, and the database killed: seed %d, %d blows, %d checkouts begun, %d answered, %d taken back%n",
                    SEED,
                    blows,
                    siege.heard().begun().size(),
                    siege.heard().answers().size(),
                    takenBack);
            assertThat(judgement.violations()).isEmpty();
            assertThat(judgement.lost()).as("answers that did not come back").isZero();
        }
        assertThat(takenBack)
                .as("answers that were told and taken back in %d blows", blows)
                .isPositive();
    }

    /** Shuts the gate so that a buyer is told of a confirmation behind it. */
    private static void shutWhenSomebodyIsTold(Gate gate, Heard heard) throws IOException {
        while (true) {
            gate.shutIt();
            long before = confirmed(heard);
            for (int i = 0; i < PATIENCE; i++) {
                if (confirmed(heard) > before) {
                    return;
                }
                LockSupport.parkNanos(1_000_000);
            }
            gate.open();
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static long confirmed(Heard heard) {
        return heard.answers().values().stream()
                .filter(CheckoutResult.Confirmed.class::isInstance)
                .count();
    }

    /** Returns how many answers that were told are pending again; all others must be there. */
    private static long takenBack(Heard heard, Commerce shop) {
        return heard.answers().entrySet().stream()
                .filter(told -> {
                    Optional<CheckoutResult> kept =
                            shop.checkout().find(Buyer.guest(told.getKey().value()), told.getKey());
                    if (kept.equals(Optional.of(told.getValue()))) {
                        return false;
                    }
                    assertThat(kept)
                            .as("what is known of %s by %s", told.getValue(), told.getKey())
                            .hasValueSatisfying(now -> assertThat(now).isInstanceOf(CheckoutResult.Pending.class))
                            .map(now -> ((CheckoutResult.Pending) now).order())
                            .isEqualTo(order(told.getValue()));
                    return true;
                })
                .count();
    }

    /** The order of an answer that may be taken back, which is no other than these. */
    private static Optional<?> order(CheckoutResult told) {
        return told instanceof CheckoutResult.Confirmed confirmed
                ? Optional.of(confirmed.order())
                : told instanceof CheckoutResult.Declined declined ? Optional.of(declined.order()) : Optional.empty();
    }
}
