package dev.commercekit.benchmarks.durable;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;

/** A pool that counts how often a connection is taken: once for each read and each commit of the storage. */
final class CountedPool extends HikariDataSource {

    private final AtomicLong taken = new AtomicLong();

    CountedPool(HikariConfig config) {
        super(config);
    }

    long taken() {
        return taken.get();
    }

    @Override
    public Connection getConnection() throws SQLException {
        taken.incrementAndGet();
        return super.getConnection();
    }
}
