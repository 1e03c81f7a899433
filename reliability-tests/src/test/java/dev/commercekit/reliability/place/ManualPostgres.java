package dev.commercekit.reliability.place;

import com.zaxxer.hikari.HikariDataSource;
import dev.commercekit.jdbc.JdbcOptions;
import dev.commercekit.jdbc.JdbcStorage;
import dev.commercekit.jdbc.SchemaHandling;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import javax.sql.DataSource;

/**
 * A PostgreSQL in which every shop has a schema and a time of its own: the connections that it gets find another clock before
 * the database's, which shows what the shop's clock does.
 */
final class ManualPostgres implements AutoCloseable {

    private final HikariDataSource pool = new HikariDataSource();

    ManualPostgres(String url) {
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(10);
        pool.setMinimumIdle(0);
    }

    /** Makes the other clock. */
    void begin() {
        execute("""
                CREATE SCHEMA manual;
                CREATE FUNCTION manual.clock_timestamp() RETURNS timestamptz LANGUAGE sql
                    AS $$SELECT current_setting('manual.moment')::timestamptz$$""");
    }

    /** Makes the tables of a shop like those of another one, with the same rows. */
    void copy(String from, String to) {
        execute("""
                DO $$ DECLARE found record; BEGIN
                    CREATE SCHEMA {to};
                    FOR found IN SELECT tablename FROM pg_tables WHERE schemaname = '{from}' LOOP
                        EXECUTE format('CREATE TABLE {to}.%I (LIKE {from}.%I INCLUDING ALL)',
                            found.tablename, found.tablename);
                        EXECUTE format('INSERT INTO {to}.%I SELECT * FROM {from}.%I',
                            found.tablename, found.tablename);
                    END LOOP;
                END $$""".replace("{from}", from).replace("{to}", to));
    }

    void drop(String schema) {
        execute("DROP SCHEMA " + schema + " CASCADE");
    }

    void createSchema(String schema) {
        execute("CREATE SCHEMA " + schema);
    }

    JdbcStorage storage(String schema, SchemaHandling handling, InstantSource clock) {
        JdbcOptions options =
                JdbcOptions.defaults().withPrefix("").withSchema(schema).withHandling(handling);
        return JdbcStorage.on(at(clock), options);
    }

    /** Opens a connection that is none of the pool's. */
    Connection connect(InstantSource clock) throws SQLException {
        return set(DriverManager.getConnection(pool.getJdbcUrl()), clock);
    }

    @Override
    public void close() {
        pool.close();
    }

    private DataSource at(InstantSource clock) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (self, method, arguments) -> {
                    try {
                        Object result = method.invoke(pool, arguments);
                        return result instanceof Connection connection ? set(connection, clock) : result;
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }

    private static Connection set(Connection connection, InstantSource clock) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT set_config('search_path',"
                + " 'manual, pg_catalog', false), set_config('manual.moment', ?, false)")) {
            statement.setString(1, clock.instant().toString());
            statement.execute();
        }
        return connection;
    }

    private void execute(String sql) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }
}
