package dev.commercekit.jdbc.server;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** One durable PostgreSQL for all tests of this JVM, started when the first asks for it. */
public final class DurableServer {

    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private DurableServer() {}

    private static final class Started {

        private static final EmbeddedPostgres SERVER = start();
        private static final HikariDataSource POOL = pool(true);
        private static final HikariDataSource MANUAL_TIME = manualTime();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("deadlock_timeout", "100ms")
                        .setServerConfig("max_connections", "60")
                        .start();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        /** Its connections find another clock before the database's own. */
        private static HikariDataSource manualTime() {
            HikariDataSource pool = pool(true);
            pool.setConnectionInitSql("SET search_path = manual, pg_catalog");
            DurableServer.execute(POOL, """
                    CREATE SCHEMA manual;
                    CREATE TABLE manual.moment (at timestamptz);
                    INSERT INTO manual.moment VALUES (NULL);
                    CREATE FUNCTION manual.clock_timestamp() RETURNS timestamptz LANGUAGE sql
                        AS 'SELECT at FROM manual.moment'""");
            return pool;
        }

        private static HikariDataSource pool(boolean autoCommit) {
            HikariDataSource pool = new HikariDataSource();
            pool.setDataSource(SERVER.getPostgresDatabase());
            pool.setMaximumPoolSize(10);
            pool.setMinimumIdle(0);
            pool.setAutoCommit(autoCommit);
            return pool;
        }
    }

    /** Returns the pool that the tests share. */
    public static DataSource pool() {
        return Started.POOL;
    }

    /** Returns a pool in whose connections the time is the one in {@code manual.moment}. */
    public static DataSource manualTime() {
        return Started.MANUAL_TIME;
    }

    /** Returns a pool of its own, which hands out connections in the given mode; the caller closes it. */
    public static HikariDataSource newPool(boolean autoCommit) {
        return Started.pool(autoCommit);
    }

    /** Returns connections without a pool. */
    public static DataSource direct() {
        return Started.SERVER.getPostgresDatabase();
    }

    /** Returns connections without a pool, whose driver is set as given. */
    public static DataSource direct(Map<String, String> properties) {
        return Started.SERVER.getDatabase("postgres", "postgres", properties);
    }

    /** Returns where the server listens. */
    public static int port() {
        return Started.SERVER.getPort();
    }

    /** Returns the name of a schema that is not there yet. */
    public static String newSchema() {
        return "test_" + SCHEMAS.incrementAndGet();
    }

    /** Carries out a statement beside the storage. */
    public static void execute(String sql) {
        execute(Started.POOL, sql);
    }

    private static void execute(DataSource source, String sql) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new AssertionError(sql, failure);
        }
    }
}
