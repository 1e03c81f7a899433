package dev.commercekit.jdbc;

class PostgresShopTest extends SqlShopContracts {

    private final JdbcOptions options = PostgresServer.emptiedSchema("shop");
    private final SqlShop sqlShop = SqlShop.inManualTime(
            () -> JdbcStorage.on(PostgresServer.manualTime(), options), PostgresServer::setManualTime);

    @Override
    SqlShop shop() {
        return sqlShop;
    }
}
