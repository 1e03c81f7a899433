package dev.commercekit.benchmarks.durable;

import com.zaxxer.hikari.HikariDataSource;
import dev.commercekit.benchmarks.measure.Crowd;
import dev.commercekit.benchmarks.measure.Pace;
import dev.commercekit.benchmarks.shop.Bazaar;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.core.Commerce;
import dev.commercekit.core.sandbox.SandboxGateway;
import dev.commercekit.core.sandbox.SandboxOptions;
import dev.commercekit.examples.basics.command.CountedStorage;
import dev.commercekit.jdbc.JdbcOptions;
import dev.commercekit.jdbc.JdbcStorage;
import dev.commercekit.jdbc.SqlProduct;
import dev.commercekit.payment.PaymentGateway;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * So many buyers at once, on so many SKUs, with a gateway that takes so long.
 *
 * @param buyers threads, each of which waits for its answer before it buys again
 * @param skus how many SKUs they buy, one each
 * @param gatewayMillis how long the gateway takes
 */
record Scenario(int buyers, int skus, int gatewayMillis) {

    private static final long PLENTY = 1_000_000_000L;

    /** What hand-written code can use: it holds a connection through each transaction. */
    private static final int POOL = 32;

    /** What the shop needs, as docs/operations.md says. */
    private static final int SHOP_POOL = 8;

    /** What a round measures: the same checkouts by hand and by the shop. */
    record Round(Pace byHand, Pace shop, double commits, double calls) {

        double ratio() {
            return shop.perSecond() / byHand.perSecond();
        }
    }

    /** What the shop has asked of the database: reads and commits, each of which takes a connection, for one round trip if all goes well. */
    private record Counts(CountedStorage storage, CountedPool pool) {

        long commits() {
            return storage.commits();
        }

        long calls() {
            return pool.taken();
        }
    }

    /** Lets both run in turn, in new tables of the database. */
    List<Round> run(Database database, int checkouts, int warmup, int rounds) throws Exception {
        try (HikariDataSource handPool = database.pool(POOL, "by_hand");
                CountedPool shopPool = database.pool(SHOP_POOL, "shop");
                Crowd crowd = new Crowd(buyers)) {
            Database.run(handPool, "DROP SCHEMA IF EXISTS shop CASCADE; CREATE SCHEMA shop");
            CountedStorage storage = new CountedStorage(
                    JdbcStorage.on(shopPool, JdbcOptions.defaults().withSchema("shop")));
            ByHand byHand = byHand(handPool);
            try (Bazaar bazaar = Bazaar.of(
                    Commerce.builder().storage(storage).payments(gateway()).manual(), skus)) {
                List<Round> results = new ArrayList<>();
                for (int i = 0; i < warmup + rounds; i++) {
                    results.add(round(
                            crowd, byHand, bazaar, new Counts(storage, shopPool), i * checkouts, (i + 1) * checkouts));
                }
                bazaar.requireSold((long) (warmup + rounds) * checkouts);
                return results.subList(warmup, results.size());
            }
        }
    }

    private static Round round(Crowd crowd, ByHand byHand, Bazaar bazaar, Counts counts, int from, int to)
            throws Exception {
        CheckoutRequest[] requests = new CheckoutRequest[to - from];
        crowd.each(from, to, number -> requests[number - from] = bazaar.fill(number));
        Pace hand = Pace.of(crowd, from, to, byHand::buy);
        long commits = counts.commits();
        long calls = counts.calls();
        Pace shop = Pace.of(crowd, from, to, number -> bazaar.buy(requests[number - from]));
        double each = to - from;
        return new Round(hand, shop, (counts.commits() - commits) / each, (counts.calls() - calls) / each);
    }

    /** The shop's own tables, indexes and checks, in a schema of their own. */
    private ByHand byHand(HikariDataSource pool) throws SQLException {
        Database.run(pool, "DROP SCHEMA IF EXISTS by_hand CASCADE; CREATE SCHEMA by_hand");
        JdbcOptions options = JdbcOptions.defaults().withSchema("by_hand").withPrefix("");
        try (Commerce shop = Commerce.builder().manual().build()) {
            Database.run(pool, JdbcStorage.ddl(SqlProduct.POSTGRESQL, options, shop.tables()));
        }
        ByHand byHand = new ByHand(pool, gateway(), skus);
        byHand.receive(PLENTY);
        return byHand;
    }

    private PaymentGateway gateway() {
        SandboxOptions options = SandboxOptions.at(InstantSource.system());
        return SandboxGateway.with(
                gatewayMillis == 0
                        ? options
                        : options.delayedBy(operation -> LockSupport.parkNanos(gatewayMillis * 1_000_000L)));
    }
}
