package dev.commercekit.architecture;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SourceTreeTest {
    /** Surely there; raise them as the house grows. */
    private static final int SOURCES_FLOOR = 370;

    private static final int POMS_FLOOR = 10;

    private static final int MAX_LINES = 300;
    private static final int MAX_FILES_IN_A_PACKAGE = 15;
    private static final int POM_LINES = 50;

    /** They name every module, and grow with their number. */
    private static final Set<String> LISTS_OF_MODULES = Set.of("commerce-bom", "architecture-tests");

    private static final Pattern PARENT = Pattern.compile("<parent>.*?</parent>", Pattern.DOTALL);
    private static final Pattern OWN_VERSION = Pattern.compile("<version>(?!\\$\\{project\\.version}<)");

    @Test
    void nothingPassesBecauseNothingWasFound() {
        assertThat(SourceTree.mainSources()).hasSizeGreaterThanOrEqualTo(SOURCES_FLOOR);
        assertThat(SourceTree.childPoms()).hasSizeGreaterThanOrEqualTo(POMS_FLOOR);
    }

    @Test
    void sourcesAreShort() {
        assertThat(SourceTree.mainSources())
                .allSatisfy(
                        file -> assertThat(lines(file)).as("lines of %s", file).isLessThanOrEqualTo(MAX_LINES));
    }

    @Test
    void packagesAreSmall() {
        assertThat(SourceTree.packages())
                .allSatisfy((directory, files) -> assertThat(files)
                        .as("files in %s", directory)
                        .hasSizeLessThanOrEqualTo(MAX_FILES_IN_A_PACKAGE));
    }

    @Test
    void packagesAreNullMarked() {
        assertThat(SourceTree.packages()).allSatisfy((directory, files) -> {
            assertThat(files).as("files in %s", directory).contains(directory.resolve("package-info.java"));
            assertThat(SourceTree.read(directory.resolve("package-info.java"))).containsPattern("(?m)^@NullMarked$");
        });
    }

    @Test
    void packagesLiveInOneModule() {
        var byName = SourceTree.packages().keySet().stream()
                .collect(groupingBy(directory -> directory.toString().replaceFirst(".*src.main.java.", "")));
        assertThat(byName)
                .allSatisfy(
                        (name, directories) -> assertThat(directories).as(name).hasSize(1));
    }

    @ParameterizedTest
    @MethodSource("childPoms")
    void childPomsSayOnlyWhatIsTheirOwn(Path pom) {
        var text = SourceTree.read(pom);
        assertThat(PARENT.matcher(text).replaceFirst("")).doesNotContainPattern(OWN_VERSION);
        assertThat(text).doesNotContain("maven-compiler-plugin", "<repositories>");
        if (!LISTS_OF_MODULES.contains(pom.getParent().getFileName().toString())) {
            assertThat(lines(pom)).isLessThan(POM_LINES);
        }
    }

    static List<Path> childPoms() {
        return SourceTree.childPoms();
    }

    private static long lines(Path file) {
        return SourceTree.read(file).lines().count();
    }
}
