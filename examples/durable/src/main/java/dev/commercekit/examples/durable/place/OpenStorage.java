package dev.commercekit.examples.durable.place;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.commercekit.jdbc.JdbcStorage;
import dev.commercekit.storage.Storage;
import dev.commercekit.storage.StorageException;
import java.nio.file.Path;

/**
 * A durable storage that any number of processes may open, and what it needs.
 *
 * @param storage the storage
 * @param connections closes its connections, after it
 */
public record OpenStorage(Storage storage, Runnable connections) implements AutoCloseable {

    static final String FILE = "file:";
    private static final String JDBC = "jdbc:";

    /** Returns whether the address is one of a durable storage. */
    public static boolean isAddress(String address) {
        return address.startsWith(FILE) || address.startsWith(JDBC);
    }

    /**
     * Opens the storage at an address.
     *
     * @param address {@code file:PATH} or {@code jdbc:URL}
     * @throws StorageException if nobody answers there
     */
    public static OpenStorage at(String address) {
        if (address.startsWith(FILE)) {
            return new OpenStorage(JdbcStorage.file(Path.of(address.substring(FILE.length()))), () -> {});
        }
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(address);
        config.setMaximumPoolSize(8);
        HikariDataSource pool = pool(config);
        return new OpenStorage(JdbcStorage.on(pool), pool::close);
    }

    private static HikariDataSource pool(HikariConfig config) {
        try {
            return new HikariDataSource(config);
        } catch (RuntimeException failed) {
            throw new StorageException(String.valueOf(failed.getMessage()), false, failed);
        }
    }

    @Override
    public void close() {
        try {
            storage.close();
        } finally {
            connections.run();
        }
    }
}
