package dev.commercekit.reliability.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.core.Commerce;
import dev.commercekit.examples.durable.crash.Judgement;
import dev.commercekit.examples.durable.crash.ShopOpening;
import dev.commercekit.examples.durable.crash.ShopProcess;
import dev.commercekit.examples.durable.place.OpenStorage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Several processes sell from one PostgreSQL, each with some shoppers, while processes and the database are killed. What buyers
 * were told must be there when the database has come back, and whatever had begun must be finished.
 *
 * <p>{@code -Dcommercekit.kills=N} strikes so often, {@code -Dcommercekit.seed=S} at other moments.
 */
@Timeout(value = 4, unit = TimeUnit.HOURS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DatabaseKilledTest {

    private static final List<Blow> KINDS = List.of(Blow.values());
    private static final int BLOWS = Integer.getInteger("commercekit.kills", KINDS.size());
    private static final long SEED = Long.getLong("commercekit.seed", 1);
    private static final int MOST_BETWEEN_BLOWS = 60;

    @TempDir
    private Path folder;

    @Test
    void nothingIsLostWhenTheDatabaseIsKilled() throws Exception {
        int open = 0;
        try (Siege siege = new Siege(folder.resolve("data"), Map.of(), SEED, ShopProcess.class);
                OpenStorage storage = siege.storage();
                Commerce shop =
                        ShopOpening.builder(storage, siege.gateway()).manual().build()) {
            ShopOpening.stockUp(shop);
            siege.fill();
            for (int i = 0; i < BLOWS; i++) {
                siege.letThemSell(20 + siege.random().nextInt(MOST_BETWEEN_BLOWS));
                open += siege.strike(KINDS.get(i % KINDS.size()));
                siege.fill();
            }
            siege.letThemSell(20);
            Judgement judgement = siege.end(shop);
            System.out.printf(
                    "processes and database killed: seed %d, %d blows, %d checkouts begun, %d answered%n",
                    SEED,
                    BLOWS,
                    siege.heard().begun().size(),
                    siege.heard().answers().size());
            assertThat(judgement.violations()).isEmpty();
            assertThat(judgement.lost()).as("answers that are gone").isZero();
        }
        assertThat(open).as("checkouts that were under way at a blow").isPositive();
    }
}
