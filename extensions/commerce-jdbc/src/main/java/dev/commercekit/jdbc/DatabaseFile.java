package dev.commercekit.jdbc;

import dev.commercekit.storage.StorageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * Opens connections to a file of SQLite: a commit is on disk before it is acknowledged, readers do not wait for writers, and
 * other processes of the machine may use the file at the same time.
 */
final class DatabaseFile {

    private static final String WAIT_FOR_OTHERS_MILLIS = "10000";

    private final Path path;

    DatabaseFile(Path path) {
        this.path = path;
    }

    /** Refuses a path that cannot be one before the driver says it less clearly, or makes a file where none is wanted. */
    void check(SchemaHandling handling) {
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new StorageException("there is no directory for the file " + path, false);
        }
        if (Files.isDirectory(path)) {
            throw new StorageException("the file " + path + " is a directory", false);
        }
        if (handling != SchemaHandling.CREATE && !Files.exists(path)) {
            throw new StorageException("there is no file " + path + ", and it is not to be created", false);
        }
        if (!Files.isWritable(Files.exists(path) ? path : folder) || !Files.isWritable(folder)) {
            throw new StorageException("the file " + path + " or its directory is not writable", false);
        }
    }

    Connection open() throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("busy_timeout", WAIT_FOR_OTHERS_MILLIS);
        settings.setProperty("journal_mode", "WAL");
        settings.setProperty("synchronous", "FULL");
        try {
            return DriverManager.getConnection("jdbc:sqlite:" + path.toAbsolutePath(), settings);
        } catch (SQLException error) {
            if (error.getErrorCode() == 0) {
                throw new StorageException("a file needs the driver org.xerial:sqlite-jdbc", false, error);
            }
            throw new SQLException(error.getMessage() + ": " + path, error.getSQLState(), error.getErrorCode(), error);
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
