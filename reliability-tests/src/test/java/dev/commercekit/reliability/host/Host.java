package dev.commercekit.reliability.host;

import dev.commercekit.core.Commerce;
import dev.commercekit.core.Shared;
import dev.commercekit.core.crash.CrashPoint;
import dev.commercekit.core.crash.Wish;
import dev.commercekit.core.crash.World;
import dev.commercekit.reliability.place.Place;
import dev.commercekit.testkit.time.ManualClock;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;

/**
 * A host with a table of its own beside a shop's.
 *
 * @param place where they are
 * @param shop the shop's name
 */
record Host(Place place, String shop) {

    static final Instant OPENED = Instant.parse("2026-01-05T09:00:00Z");

    /** Makes the host's table. */
    void begin() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE " + table() + " (id TEXT PRIMARY KEY, told TEXT NOT NULL)");
        }
    }

    /** Opens the shop on the storage itself, which can join a transaction. */
    static Commerce open(World world) {
        return Commerce.builder()
                .storage(Shared.of(world.storage()))
                .payments(Shared.of(world.gateway()))
                .time(world.clock())
                .manual()
                .build();
    }

    /** Writes its row, has the shop do something, writes down the answer, and commits. Done again, it does nothing more. */
    void transact(Commerce commerce, HostCommand command, Wish wish, CrashPoint point) throws SQLException {
        try (Connection connection = CountedConnection.of(connect(), point)) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate(
                        "INSERT INTO " + table() + " VALUES ('" + command + "', '') ON CONFLICT DO NOTHING");
            }
            Object answer = command.ask(commerce.in(connection), wish);
            try (PreparedStatement statement = connection.prepareStatement("UPDATE " + table() + " SET told = ?")) {
                statement.setString(1, answer.getClass().getSimpleName());
                statement.executeUpdate();
            }
            connection.commit();
        }
    }

    /** Returns what the host has written down that it was told, if its row is there. */
    Optional<String> told() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT told FROM " + table())) {
            return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
        }
    }

    private Connection connect() throws SQLException {
        return place.connect(shop, ManualClock.at(OPENED));
    }

    private String table() {
        return place.table(shop, "host_row");
    }
}
