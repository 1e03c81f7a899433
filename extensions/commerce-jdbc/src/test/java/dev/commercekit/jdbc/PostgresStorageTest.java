package dev.commercekit.jdbc;

import dev.commercekit.storage.Storage;
import dev.commercekit.testkit.storage.StorageContract;

class PostgresStorageTest extends StorageContract {

    private final JdbcOptions options = PostgresServer.emptiedSchema("contract");

    @Override
    protected Storage createStorage() {
        return JdbcStorage.on(PostgresServer.pool(), options);
    }

    @Override
    protected Storage createSecond(Storage first) {
        return JdbcStorage.on(PostgresServer.pool(), options);
    }
}
