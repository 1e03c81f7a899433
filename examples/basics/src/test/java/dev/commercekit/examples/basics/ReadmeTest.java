package dev.commercekit.examples.basics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The program of the README compiles, runs and is the very same. */
class ReadmeTest {
    private static final Path README = Path.of("../../README.md");
    private static final Path SOURCE = Path.of("src/main/java/dev/commercekit/examples/basics/FirstProgram.java");
    private static final String START = "main(String[] args) {\n";

    @Test
    void itsFirstProgramIsOneThatCompiles() throws IOException {
        assertThat(Files.readString(README)).contains("```java\n" + program() + "```\n");
    }

    @Test
    void itsFirstProgramSells() {
        var written = new ByteArrayOutputStream();
        var before = System.out;
        System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
        try {
            FirstProgram.main(new String[0]);
        } finally {
            System.setOut(before);
        }

        assertThat(written.toString(StandardCharsets.UTF_8))
                .startsWith("Confirmed[order=")
                .endsWith("total=15.30 GBP]" + System.lineSeparator());
    }

    /** Returns the body of the main method, without its indentation. */
    private static String program() throws IOException {
        var source = Files.readString(SOURCE);
        var body = source.substring(source.indexOf(START) + START.length(), source.lastIndexOf("    }\n}\n"));
        return body.stripTrailing().stripIndent() + "\n";
    }
}
