package dev.commercekit.examples.basics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code examples/demo} answers without building anything. */
class DemoScriptTest {
    @Test
    void itNamesTheDemos() throws Exception {
        var list = demo("--list");

        assertThat(list.exit()).isZero();
        assertThat(list.out()).contains(Files.readString(Path.of("demos.txt")));
    }

    @Test
    void itDoesNotGuessWhichDemoIsMeant() throws Exception {
        var unknown = demo("no-such-demo");

        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.out()).startsWith("no demo is called no-such-demo; there are:\n");
    }

    private static Run demo(String... args) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("bash", "../demo"));
        command.addAll(List.of(args));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), out, "");
    }
}
