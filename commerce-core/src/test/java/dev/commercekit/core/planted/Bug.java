package dev.commercekit.core.planted;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A bug that can be planted.
 *
 * @param name its name, for the option that runs it alone
 * @param breaks the promise that it breaks
 * @param caughtBy what the first detector, in their order, that notices it is called
 * @param edits where it is made
 */
public record Bug(String name, String breaks, String caughtBy, List<Edit> edits) {

    /** Copies the edits. */
    public Bug {
        edits = List.copyOf(edits);
    }

    /** Returns the sources with the bug in them, by the names of their files from the root package on. */
    Map<String, String> sources(Code code) {
        Map<String, String> sources = new LinkedHashMap<>();
        for (Edit edit : edits) {
            sources.put(edit.file(), edit.applyTo(sources.computeIfAbsent(edit.file(), file -> read(code, file))));
        }
        return sources;
    }

    private static String read(Code code, String file) {
        try {
            return Files.readString(code.sources().resolve(file));
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
