package dev.commercekit.jdbc;

import static dev.commercekit.jdbc.Transactions.execute;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;

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

    @AfterAll
    static void closePool() {
        POOL.close();
    }
}
