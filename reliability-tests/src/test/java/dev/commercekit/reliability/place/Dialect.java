package dev.commercekit.reliability.place;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** What a storage on SQL is proven on. */
public enum Dialect {
    /** A server that has what it says it has committed on disk. */
    POSTGRESQL {
        @Override
        public String newPlace(Path folder) {
            return Server.newDatabase();
        }
    },
    /** A file of SQLite. */
    SQLITE {
        @Override
        public String newPlace(Path folder) {
            return Place.in(folder);
        }
    };

    /**
     * Returns the address of an empty place.
     *
     * @param folder an empty folder that it may use
     */
    public abstract String newPlace(Path folder);

    /** One for all tests of this JVM, which ends with it. */
    private static final class Server {

        private static final AtomicInteger DATABASES = new AtomicInteger();
        private static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setPGStartupWait(Duration.ofMinutes(2))
                        .start();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        static String newDatabase() {
            String name = "place" + DATABASES.incrementAndGet();
            try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name);
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
            return SERVER.getJdbcUrl("postgres", name);
        }
    }
}
