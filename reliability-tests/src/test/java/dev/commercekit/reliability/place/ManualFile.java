package dev.commercekit.reliability.place;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;
import org.sqlite.Function;

/**
 * The driver of SQLite, with another clock. The storage opens its file as it always does, by the URL; in the connection to a
 * file whose time is known here, SQLite's function of the time is replaced.
 */
public final class ManualFile implements Driver {

    private static final String URL = "jdbc:sqlite:";
    private static final Map<String, InstantSource> CLOCKS = new ConcurrentHashMap<>();

    private final Driver real;

    private ManualFile(Driver real) {
        this.real = real;
    }

    static {
        try {
            Driver real = DriverManager.getDriver(URL);
            DriverManager.deregisterDriver(real);
            DriverManager.registerDriver(new ManualFile(real));
        } catch (SQLException missing) {
            throw new ExceptionInInitializerError(missing);
        }
    }

    /** From now on it is always as late in a file as the clock says. */
    public static void setTime(Path file, InstantSource clock) {
        CLOCKS.put(URL + file.toAbsolutePath(), clock);
    }

    /** Opens a connection to a file in which it is always as late as the clock says. */
    public static Connection connect(Path file, InstantSource clock) throws SQLException {
        setTime(file, clock);
        return DriverManager.getConnection(URL + file.toAbsolutePath());
    }

    @Override
    public Connection connect(String url, Properties info) throws SQLException {
        Connection connection = real.connect(url, info);
        InstantSource clock = CLOCKS.get(url);
        if (connection != null && clock != null) {
            Function.create(connection, "unixepoch", new Function() {
                @Override
                protected void xFunc() throws SQLException {
                    result(clock.instant().toEpochMilli() / 1000.0);
                }
            });
        }
        return connection;
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        return real.acceptsURL(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
        return real.getPropertyInfo(url, info);
    }

    @Override
    public int getMajorVersion() {
        return real.getMajorVersion();
    }

    @Override
    public int getMinorVersion() {
        return real.getMinorVersion();
    }

    @Override
    public boolean jdbcCompliant() {
        return real.jdbcCompliant();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return real.getParentLogger();
    }
}
