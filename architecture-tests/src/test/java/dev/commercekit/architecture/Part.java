package dev.commercekit.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A part of the house: a module, or a group of modules under one package root. The floor is a number of classes that
 * the part surely has, so that no rule passes because nothing was found; raise it as the part grows.
 */
enum Part {
    API("commerce-api", "dev.commercekit", 150),
    JSON("commerce-json", "dev.commercekit.json", 15),
    CORE("commerce-core", "dev.commercekit.core", 180),
    JDBC("extensions/commerce-jdbc", "dev.commercekit.jdbc", 35),
    TESTKIT("commerce-testkit", "dev.commercekit.testkit", 60),
    EXAMPLES("examples", "dev.commercekit.examples", 20),
    BENCHMARKS("benchmarks", "dev.commercekit.benchmarks", 12);

    private static final Pattern EXPORTS = Pattern.compile("^\\s*exports\\s+([\\w.]+)", Pattern.MULTILINE);

    private static final JavaClasses ALL = new ClassFileImporter()
            .importPackages("dev.commercekit")
            .that(describe(
                    "are not these tests", type -> !type.getPackageName().startsWith(Part.class.getPackageName())));

    final String directory;
    final String root;
    final int floor;

    Part(String directory, String root, int floor) {
        this.directory = directory;
        this.root = root;
        this.floor = floor;
    }

    /** What users get on their class path. */
    static Stream<Part> published() {
        return EnumSet.complementOf(EnumSet.of(EXAMPLES, BENCHMARKS)).stream();
    }

    /** What runs in production. */
    static Stream<Part> library() {
        return Stream.of(API, JSON, CORE, JDBC);
    }

    static JavaClasses classesOf(Stream<Part> parts) {
        var wanted = parts.toList();
        return ALL.that(describe(
                "are in " + wanted,
                type -> Part.of(type).filter(wanted::contains).isPresent()));
    }

    JavaClasses classes() {
        return classesOf(Stream.of(this));
    }

    DescribedPredicate<JavaClass> owns() {
        return describe("are in " + this, type -> of(type).equals(Optional.of(this)));
    }

    /** The packages that the descriptor of the module exports. */
    Set<String> exports() {
        var descriptor = SourceTree.read(SourceTree.ROOT.resolve(directory).resolve("src/main/java/module-info.java"));
        return Set.copyOf(EXPORTS.matcher(descriptor)
                .results()
                .map(result -> result.group(1))
                .toList());
    }

    /** The part with the longest root; what is under no other root is the API's. */
    static Optional<Part> of(JavaClass type) {
        var name = type.getPackageName();
        return List.of(values()).stream()
                .filter(part -> name.equals(part.root) || name.startsWith(part.root + "."))
                .max(Comparator.comparingInt(part -> part.root.length()));
    }
}
