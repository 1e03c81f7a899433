package dev.commercekit.reliability.place;

import dev.commercekit.jdbc.JdbcOptions;
import dev.commercekit.jdbc.JdbcStorage;
import dev.commercekit.jdbc.SchemaHandling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;

/** A directory with a file of SQLite for each shop. */
final class FilePlace extends Place {

    private final String address;
    private final Path directory;

    FilePlace(String address, Path directory) {
        this.address = address;
        this.directory = directory;
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public void open(String shop) {
        try {
            Files.copy(file(TEMPLATE), file(shop));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void remove(String shop) {
        for (String end : List.of("", "-wal", "-shm")) {
            try {
                Files.deleteIfExists(Path.of(file(shop) + end));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    @Override
    public Connection connect(String shop, InstantSource clock) throws SQLException {
        return ManualFile.connect(file(shop), clock);
    }

    @Override
    public String table(String shop, String name) {
        return name;
    }

    @Override
    void makeTemplate() {
        // a file is made when it is opened
    }

    @Override
    JdbcStorage storage(String shop, SchemaHandling handling, InstantSource clock) {
        ManualFile.setTime(file(shop), clock);
        return JdbcStorage.file(file(shop), JdbcOptions.defaults().withHandling(handling));
    }

    @Override
    public void close() {
        // nothing is open but storages
    }

    private Path file(String shop) {
        return directory.resolve(shop + ".db");
    }
}
