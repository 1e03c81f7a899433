package dev.commercekit.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Planted bugs must fail with the settings of this build, and their fixed twins must compile. */
class LintersTest {
    private static final int BASELINE = 17;
    private static final CompilerSettings SETTINGS = CompilerSettings.inForce();

    @TempDir
    Path output;

    @Test
    void mainCodeWithBugsFails() throws Exception {
        assumeLintersAreOn();
        var result = compile(SETTINGS.mainArgument(), "bugs");
        assertThat(result.output()).contains("error: [NullAway]", "error: [ArrayEquals]");
        assertThat(result.status()).isNotZero();
    }

    @Test
    void testCodeWithBugsFails() throws Exception {
        assumeLintersAreOn();
        var result = compile(SETTINGS.testArgument(), "bugs");
        assertThat(result.output()).contains("error: [ArrayEquals]").doesNotContain("[NullAway]");
        assertThat(result.status()).isNotZero();
    }

    @Test
    void mainCodeWithoutThemPasses() throws Exception {
        assumeLintersAreOn();
        var result = compile(SETTINGS.mainArgument(), "fixed");
        assertThat(result.output()).isEmpty();
        assertThat(result.status()).isZero();
    }

    @Test
    void warningsFail() throws Exception {
        assumeTrue(Runtime.version().feature() == BASELINE, "warnings are errors on the baseline JDK only");
        assumeLintersAreOn();
        var result = compile(List.of(), "warning");
        assertThat(result.output()).contains("[rawtypes]", "-Werror");
        assertThat(result.status()).isNotZero();
    }

    /** They may be off with -Dfast only, so that no other change of the build turns these tests off. */
    private static void assumeLintersAreOn() {
        assumeTrue(System.getProperty("fast") == null, "the linters are off: this build runs with -Dfast");
        assertThat(SETTINGS.plugins()).contains("error_prone_core", "nullaway");
    }

    private Result compile(List<String> more, String sources) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
        command.addAll(SETTINGS.arguments());
        command.addAll(more);
        var classPath = System.getProperty("java.class.path");
        command.addAll(List.of("-cp", classPath, "-processorpath", classPath, "-d", output.toString()));
        try (var files = Files.walk(Path.of("src/test/resources/planted", sources))) {
            files.filter(Files::isRegularFile).map(Path::toString).forEach(command::add);
        }
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), text);
    }

    private record Result(int status, String output) {}
}
