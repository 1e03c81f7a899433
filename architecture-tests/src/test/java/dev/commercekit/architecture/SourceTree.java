package dev.commercekit.architecture;

import static java.util.stream.Collectors.groupingBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The files of the repository, from the directory that holds the build's configuration. */
final class SourceTree {
    static final Path ROOT = root();

    private SourceTree() {}

    /** Main sources by directory, without module descriptors. */
    static Map<Path, List<Path>> packages() {
        return find(file -> isMainSource(file) && !file.endsWith("module-info.java")).stream()
                .collect(groupingBy(Path::getParent));
    }

    static List<Path> mainSources() {
        return find(SourceTree::isMainSource);
    }

    static List<Path> childPoms() {
        return find(file -> file.endsWith("pom.xml") && !file.getParent().equals(ROOT));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isMainSource(Path file) {
        var path = ROOT.relativize(file).toString().replace('\\', '/');
        return path.contains("src/main/java/") && path.endsWith(".java");
    }

    private static List<Path> find(Predicate<Path> wanted) {
        try (var files = Files.walk(ROOT)) {
            return files.filter(
                            file -> !ROOT.relativize(file).toString().matches("(.*[/\\\\])?(target|\\.git)[/\\\\].*"))
                    .filter(wanted)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve(".mvn"))) {
                return at;
            }
        }
        throw new IllegalStateException("not inside the repository");
    }
}
