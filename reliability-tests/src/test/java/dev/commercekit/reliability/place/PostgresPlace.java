package dev.commercekit.reliability.place;

import dev.commercekit.jdbc.JdbcStorage;
import dev.commercekit.jdbc.SchemaHandling;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;

/** A PostgreSQL with a schema for each shop. */
final class PostgresPlace extends Place {

    private final String url;
    private final ManualPostgres database;

    PostgresPlace(String url) {
        this.url = url;
        this.database = new ManualPostgres(url);
    }

    @Override
    public String address() {
        return url;
    }

    @Override
    public void open(String shop) {
        database.copy(TEMPLATE, shop);
    }

    @Override
    public void remove(String shop) {
        database.drop(shop);
    }

    @Override
    public Connection connect(String shop, InstantSource clock) throws SQLException {
        return database.connect(clock);
    }

    @Override
    public String table(String shop, String name) {
        return shop + "." + name;
    }

    @Override
    void makeTemplate() {
        database.begin();
        database.createSchema(TEMPLATE);
    }

    @Override
    JdbcStorage storage(String shop, SchemaHandling handling, InstantSource clock) {
        return database.storage(shop, handling, clock);
    }

    @Override
    public void close() {
        database.close();
    }
}
