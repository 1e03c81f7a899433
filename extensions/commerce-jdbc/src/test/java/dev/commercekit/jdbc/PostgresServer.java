package dev.commercekit.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** One durable server for all tests of this JVM, started when the first asks for it; each test has a schema of its own. */
final class PostgresServer {

    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private PostgresServer() {}

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
            execute("""
                    CREATE SCHEMA manual;
                    CREATE TABLE manual.moment (at timestamptz);
                    INSERT INTO manual.moment VALUES (NULL);
                    CREATE FUNCTION manual.clock_timestamp() RETURNS timestamptz LANGUAGE sql
                        AS 'SELECT at FROM manual.moment'""");
            return pool;
        }

        private static void execute(String sql) {
            try (Connection connection = POOL.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException failure) {
                throw new AssertionError(sql, failure);
            }
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
    static DataSource pool() {
        return Started.POOL;
    }

    /** Returns a pool in whose connections the time is what {@link #setManualTime} said last. */
    static DataSource manualTime() {
        return Started.MANUAL_TIME;
    }

    /** Sets the time of that pool. */
    static void setManualTime(Instant time) {
        execute("UPDATE manual.moment SET at = '" + time + "'");
    }

    /** Returns a pool of its own, which hands out connections in the given mode; the caller closes it. */
    static HikariDataSource newPool(boolean autoCommit) {
        return Started.pool(autoCommit);
    }

    /** Returns connections without a pool. */
    static DataSource direct() {
        return Started.SERVER.getPostgresDatabase();
    }

    /** Returns connections without a pool, whose driver is set as given. */
    static DataSource direct(Map<String, String> properties) {
        return Started.SERVER.getDatabase("postgres", "postgres", properties);
    }

    /** Returns where the server listens. */
    static int port() {
        return Started.SERVER.getPort();
    }

    /** Returns options for an empty schema. */
    static JdbcOptions newSchema() {
        String name = "test_" + SCHEMAS.incrementAndGet();
        execute("CREATE SCHEMA " + name);
        return JdbcOptions.defaults().withPrefix("").withSchema(name);
    }

    /** Returns options for a schema of which the tables may be there already, but no rows are: that saves making them. */
    static JdbcOptions emptiedSchema(String name) {
        execute("CREATE SCHEMA IF NOT EXISTS " + name);
        execute("""
                DO $$ DECLARE found record; BEGIN
                    FOR found IN SELECT tablename FROM pg_tables
                            WHERE schemaname = '#' AND tablename <> 'schema' LOOP
                        EXECUTE format('DELETE FROM #.%I', found.tablename);
                    END LOOP;
                END $$""".replace("#", name));
        return JdbcOptions.defaults().withPrefix("").withSchema(name);
    }

    /** Carries out a statement beside the storage. */
    static void execute(String sql) {
        Started.execute(sql);
    }

    /** Waits until a transaction waits for another one. */
    static void awaitALock() throws SQLException {
        boolean waits = false;
        while (!waits) {
            try (Connection connection = pool().getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT count(*) FROM pg_locks WHERE NOT granted")) {
                waits = row.next() && row.getLong(1) > 0;
            }
        }
    }
}
