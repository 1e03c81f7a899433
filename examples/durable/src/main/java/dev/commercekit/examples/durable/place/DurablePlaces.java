package dev.commercekit.examples.durable.place;

import dev.commercekit.examples.basics.command.Place;
import dev.commercekit.examples.basics.command.Places;
import dev.commercekit.examples.basics.command.UsageException;
import dev.commercekit.examples.durable.gateway.JournaledGateway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;

/** A file, an embedded PostgreSQL, or any database that is known; with a gateway that keeps a journal beside it. */
public final class DurablePlaces implements Places {

    /** The name of the embedded PostgreSQL. */
    public static final String POSTGRES = "postgres";

    @Override
    public String names() {
        return "file:PATH | postgres | jdbc:URL";
    }

    @Override
    public boolean know(String name) {
        return name.equals(POSTGRES) || OpenStorage.isAddress(name);
    }

    @Override
    public Place open(String name, boolean keep) throws UsageException, IOException {
        if (name.equals(POSTGRES)) {
            Path data = postgresData();
            PostgresServer server = PostgresServer.start(data, keep);
            Path journal = data.resolveSibling(data.getFileName() + ".gateway");
            return at(server.url(), journal, () -> close(server));
        }
        Path journal = name.startsWith(OpenStorage.FILE)
                ? Path.of(name.substring(OpenStorage.FILE.length()) + ".gateway")
                : Path.of(System.getProperty("java.io.tmpdir"), "commercekit-demo-" + name.hashCode() + ".gateway");
        return at(name, journal, () -> {});
    }

    /** Returns the folder in which the embedded PostgreSQL keeps its data. */
    public static Path postgresData() {
        return Path.of(
                System.getProperty("java.io.tmpdir"), "commercekit-demo-postgres-" + System.getProperty("user.name"));
    }

    private static Place at(String address, Path journal, Runnable rest) throws IOException {
        OpenStorage opened = OpenStorage.at(address);
        JournaledGateway gateway = JournaledGateway.open(journal, InstantSource.system());
        return new Place(opened.storage(), gateway, gateway, gateway::forget, () -> {
            opened.connections().run();
            close(gateway);
            rest.run();
        });
    }

    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
