package dev.commercekit.reliability.place;

import dev.commercekit.core.crash.World;
import dev.commercekit.core.sandbox.SandboxGateway;
import dev.commercekit.jdbc.JdbcStorage;
import dev.commercekit.jdbc.SchemaHandling;
import dev.commercekit.reliability.gateway.MerchantGateway;
import dev.commercekit.testkit.time.ManualClock;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;

/** Where many shops are kept apart from each other, all in the same database or directory, open to any number of processes. */
public abstract class Place implements AutoCloseable {

    static final String TEMPLATE = "template";
    private static final String DIRECTORY = "directory:";

    /** Returns the place at an address: {@code directory:PATH} for files of SQLite, or the URL of a PostgreSQL. */
    public static Place at(String address) {
        return address.startsWith(DIRECTORY)
                ? new FilePlace(address, Path.of(address.substring(DIRECTORY.length())))
                : new PostgresPlace(address);
    }

    /** Returns the address of a directory for files. */
    public static String in(Path directory) {
        return DIRECTORY + directory;
    }

    /** Returns the address, for other processes. */
    public abstract String address();

    /** Makes the shop, with goods on the shelves, that all others are copies of. */
    public final void begin(ManualClock clock) {
        makeTemplate();
        try (JdbcStorage storage = storage(TEMPLATE, SchemaHandling.CREATE, clock)) {
            MerchantGateway nobody = new MerchantGateway(0, TEMPLATE, clock);
            new World(storage, nobody, nobody, clock).begin();
        }
    }

    /** Makes a shop. */
    public abstract void open(String shop);

    /** Removes a shop that nobody uses any more. */
    public abstract void remove(String shop);

    /** Returns a shop's world, whose storage the caller closes. */
    public final World world(String shop, ManualClock clock, int gateway) {
        MerchantGateway account = new MerchantGateway(gateway, shop, clock);
        return new World(storage(shop, SchemaHandling.NONE, clock), account, account, clock);
    }

    /** Returns a shop's world with a gateway in this process, whose storage the caller closes. */
    public final World world(String shop, ManualClock clock, SandboxGateway gateway) {
        return new World(storage(shop, SchemaHandling.NONE, clock), gateway, gateway, clock);
    }

    /** Returns a host's own connection to a shop's database, which the caller closes. */
    public abstract Connection connect(String shop, InstantSource clock) throws SQLException;

    /** Returns the name of a host's table beside those of a shop. */
    public abstract String table(String shop, String name);

    abstract void makeTemplate();

    abstract JdbcStorage storage(String shop, SchemaHandling handling, InstantSource clock);

    @Override
    public abstract void close();
}
