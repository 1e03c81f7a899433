package dev.commercekit.jdbc;

import static dev.commercekit.jdbc.Transactions.execute;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.commercekit.checkout.CheckoutRequest;
import dev.commercekit.checkout.CheckoutResult;
import dev.commercekit.core.Commerce;
import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The host has a pool of its own, whose connections never commit by themselves. */
class PostgresJoinedShopTest extends JoinedShopRules {

    private static final String SCHEMA = "joined_shop";
    private static final HikariDataSource POOL = PostgresServer.newPool(false);

    private final JdbcOptions options =
            PostgresServer.emptiedSchema(SCHEMA).withLockTimeouts(Duration.ofMillis(300), Duration.ofMillis(100));

    @Override
    SqlShop openSqlShop() {
        return SqlShop.inRealTime(() -> JdbcStorage.on(PostgresServer.pool(), options));
    }

    @Override
    Transactions openTransactions() {
        PostgresServer.execute("CREATE TABLE IF NOT EXISTS " + SCHEMA + ".host_invoice (id int)");
        return new Transactions(POOL, connection -> execute(connection, "SET LOCAL search_path = " + SCHEMA));
    }

    /** Who waits for the stock until its holder has committed is told that there is none any more. */
    @Test
    void whoWaitsForTheLastUnitsIsToldThatTheyAreGone() throws Exception {
        CheckoutRequest one = holders(key(), 10);
        CheckoutRequest two = holders(key(), 10);
        pending(joined().place(one));
        JdbcOptions patient = options.withLockTimeouts(Duration.ofMinutes(1), Duration.ofMillis(100));
        try (Commerce shop = Commerce.builder()
                .storage(JdbcStorage.on(PostgresServer.pool(), patient))
                .manual()
                .build()) {
            Connection other = transactions.begin();
            CompletableFuture<CheckoutResult> answer =
                    CompletableFuture.supplyAsync(() -> shop.in(other).place(two));
            PostgresServer.awaitALock();
            assertThat(answer).isNotDone();
            commit();
            assertThat(answer.get()).isInstanceOf(CheckoutResult.OutOfStock.class);
            transactions.commit(other);
        }
        housekeep(sqlShop.commerce);
        assertThat(calls()).isEqualTo(1);
        assertThat(ports.checkout().complete(two)).isInstanceOf(CheckoutResult.OutOfStock.class);
    }

    @AfterAll
    static void closePool() {
        POOL.close();
    }
}
