package dev.commercekit.jdbc;

import dev.commercekit.storage.JoinableStorage;
import dev.commercekit.testkit.storage.JoinableStorageContract;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;

class PostgresJoinTest extends JoinableStorageContract<Connection> {

    private final JdbcOptions options =
            PostgresServer.emptiedSchema("contract").withLockTimeouts(Duration.ofMillis(300), Duration.ofMillis(100));
    private final Transactions transactions = new Transactions(PostgresServer.direct());

    @Override
    protected JoinableStorage<Connection> createStorage() {
        return JdbcStorage.on(PostgresServer.pool(), options);
    }

    @Override
    protected Connection begin() {
        return transactions.begin();
    }

    @Override
    protected void commit(Connection transaction) {
        transactions.commit(transaction);
    }

    @Override
    protected void rollBack(Connection transaction) {
        transactions.rollBack(transaction);
    }

    @AfterEach
    void closeAll() throws SQLException {
        transactions.close();
    }
}
