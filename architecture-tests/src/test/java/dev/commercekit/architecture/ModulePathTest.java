package dev.commercekit.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library as a modular user has it: a module that sells something, compiled and run on the module path. */
class ModulePathTest {

    private static final List<String> NEEDED = List.of(
            "commerce-api", "commerce-json", "commerce-core", "jackson-", "guava-33", "failureaccess", "slf4j-api");

    @TempDir
    private Path folder;

    @Test
    void aModuleThatNeedsCoreAloneSells() throws IOException, InterruptedException {
        Path source = folder.resolve("src");
        copy("module-info.java", source);
        copy("shop/Main.java", source);
        Path classes = folder.resolve("classes");
        StringWriter messages = new StringWriter();
        var compiler = ToolProvider.getSystemJavaCompiler();
        var files = compiler.getStandardFileManager(null, null, null);
        var units = files.getJavaFileObjects(source.resolve("module-info.java"), source.resolve("shop/Main.java"));
        List<String> options = List.of("-p", modulePath(), "-d", classes.toString(), "-Xlint:all", "-Werror");

        boolean compiled =
                compiler.getTask(messages, files, null, options, null, units).call();

        assertThat(compiled).as(messages.toString()).isTrue();
        assertThat(run(classes)).isEqualTo("Confirmed 15.30 GBP");
    }

    private String run(Path classes) throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        File output = folder.resolve("output.txt").toFile();
        Process process = new ProcessBuilder(
                        java.toString(), "-p", modulePath() + File.pathSeparator + classes, "-m", "shop/shop.Main")
                .redirectOutput(output)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(output.toPath()).strip();
    }

    private static String modulePath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> NEEDED.stream().anyMatch(entry::contains))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void copy(String name, Path target) throws IOException {
        Path file = target.resolve(name);
        Files.createDirectories(file.getParent());
        try (var resource = ModulePathTest.class.getResourceAsStream("/modular/" + name + ".txt")) {
            assertThat(resource).as(name).isNotNull();
            Files.writeString(file, new String(resource.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
