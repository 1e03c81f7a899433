package dev.commercekit.examples.basics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The programs of the pages compile, run and are the very same. */
class ReadmeTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/commercekit/examples/basics");
    private static final String START = "main(String[] args) {\n";

    @Test
    void theFirstProgramIsOneThatCompiles() throws IOException {
        assertThat(Files.readString(Path.of("../../README.md"))).contains(program("FirstProgram"));
    }

    @Test
    void theProgramThatIsNotifiedIsOneThatCompiles() throws IOException {
        assertThat(Files.readString(Path.of("../../docs/payments.md"))).contains(program("NotifiedProgram"));
    }

    @Test
    void theFirstProgramSells() {
        assertThat(printedBy(() -> FirstProgram.main(new String[0])))
                .startsWith("Confirmed[order=")
                .endsWith("total=15.30 GBP]" + System.lineSeparator());
    }

    @Test
    void theProgramThatIsNotifiedSellsWithoutTheBrowser() {
        assertThat(printedBy(() -> NotifiedProgram.main(new String[0])).lines())
                .satisfiesExactly(
                        pending -> assertThat(pending).startsWith("Pending[order="),
                        confirmed -> assertThat(confirmed)
                                .startsWith("Confirmed[order=")
                                .endsWith("total=3.39 GBP]"));
    }

    private static String printedBy(Runnable program) {
        var written = new ByteArrayOutputStream();
        var before = System.out;
        System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
        try {
            program.run();
        } finally {
            System.setOut(before);
        }
        return written.toString(StandardCharsets.UTF_8);
    }

    /** Returns the body of a main method as it stands in a page, without its indentation. */
    private static String program(String name) throws IOException {
        var source = Files.readString(SOURCES.resolve(name + ".java"));
        var body = source.substring(source.indexOf(START) + START.length(), source.lastIndexOf("    }\n}\n"));
        return "```java\n" + body.stripTrailing().stripIndent() + "\n```\n";
    }
}
