package dev.commercekit.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.commercekit.jdbc.server.DurableServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;

/** The server of all tests; each test has a schema of its own. */
final class PostgresServer {

    private PostgresServer() {}

    /** Returns the pool that the tests share. */
    static DataSource pool() {
        return DurableServer.pool();
    }

    /** Returns a pool in whose connections the time is what {@link #setManualTime} said last. */
    static DataSource manualTime() {
        return DurableServer.manualTime();
    }

    /** Sets the time of that pool. */
    static void setManualTime(Instant time) {
        execute("UPDATE manual.moment SET at = '" + time + "'");
    }

    /** Returns a pool of its own, which hands out connections in the given mode; the caller closes it. */
    static HikariDataSource newPool(boolean autoCommit) {
        return DurableServer.newPool(autoCommit);
    }

    /** Returns connections without a pool. */
    static DataSource direct() {
        return DurableServer.direct();
    }

    /** Returns connections without a pool, whose driver is set as given. */
    static DataSource direct(Map<String, String> properties) {
        return DurableServer.direct(properties);
    }

    /** Returns where the server listens. */
    static int port() {
        return DurableServer.port();
    }

    /** Returns options for an empty schema. */
    static JdbcOptions newSchema() {
        String name = DurableServer.newSchema();
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
        DurableServer.execute(sql);
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
