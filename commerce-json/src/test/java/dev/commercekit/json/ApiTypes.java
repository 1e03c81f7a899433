package dev.commercekit.json;

import dev.commercekit.CommerceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds every record, enum and sealed type of the api where its classes come from: a folder or a jar. */
final class ApiTypes {

    private static final List<Class<?>> ALL = load();

    private ApiTypes() {}

    /** In the order of their names. */
    static List<Class<?>> all() {
        return ALL;
    }

    static List<Class<?>> onTheWire() {
        return ALL.stream().filter(type -> NotOnTheWire.reason(type).isEmpty()).toList();
    }

    private static List<Class<?>> load() {
        try {
            Path home = Path.of(CommerceException.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(home)) {
                return load(home);
            }
            try (FileSystem jar = FileSystems.newFileSystem(home)) {
                return load(jar.getPath("/"));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<Class<?>> load(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root.resolve("dev/commercekit"))) {
            return files.map(file -> root.relativize(file).toString().replace('/', '.'))
                    .filter(name -> name.endsWith(".class") && !name.endsWith("package-info.class"))
                    .<Class<?>>map(name -> named(name.substring(0, name.length() - ".class".length())))
                    .filter(type -> type.isRecord() || type.isEnum() || type.isSealed())
                    .sorted(Comparator.comparing(Class::getName))
                    .toList();
        }
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name, false, ApiTypes.class.getClassLoader());
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
