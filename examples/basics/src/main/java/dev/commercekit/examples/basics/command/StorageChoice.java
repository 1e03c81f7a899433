package dev.commercekit.examples.basics.command;

import dev.commercekit.core.memory.InMemoryStorage;
import dev.commercekit.core.sandbox.SandboxGateway;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was said behind {@code --storage}.
 *
 * @param name the name, which some place has
 * @param said whether it was said at all
 */
public record StorageChoice(String name, boolean said) {

    /** In the memory of this process, where nothing else was said. */
    public static final StorageChoice MEMORY = new StorageChoice("memory", false);

    static StorageChoice named(String name) throws UsageException {
        if (!name.equals(MEMORY.name) && elsewhere(name) == null) {
            throw new UsageException("--storage can be " + names() + ", not " + name);
        }
        return new StorageChoice(name, true);
    }

    /** Returns what can be said. */
    public static String names() {
        return ServiceLoader.load(Places.class).stream()
                .map(places -> " | " + places.get().names())
                .collect(Collectors.joining("", MEMORY.name, ""));
    }

    /**
     * Opens the place, which the caller closes.
     *
     * @param keep whether what is there is kept, where the place could also begin anew
     */
    public Place open(boolean keep) throws UsageException, IOException {
        Places places = elsewhere(name);
        if (places != null) {
            return places.open(name, keep);
        }
        SandboxGateway gateway = SandboxGateway.at(InstantSource.system());
        return new Place(InMemoryStorage.create(InstantSource.system()), gateway, gateway, () -> {}, () -> {});
    }

    private static @Nullable Places elsewhere(String name) {
        for (Places places : ServiceLoader.load(Places.class)) {
            if (places.know(name)) {
                return places;
            }
        }
        return null;
    }
}
