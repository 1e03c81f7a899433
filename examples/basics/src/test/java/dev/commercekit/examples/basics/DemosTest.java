package dev.commercekit.examples.basics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemosTest {
    @Test
    void theListThatIsShownNamesEveryDemo() throws IOException {
        try (var lines = Files.lines(Path.of("demos.txt"))) {
            assertThat(lines.map(line -> line.split(" ", 2)[0])).containsExactlyElementsOf(Demos.names());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no-such-demo"})
    void withoutItsNameNoneIsRun(String words) {
        var run = words.isEmpty() ? Run.of() : Run.of(words);

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("Demos here: flash-sale, quickstart, replay" + System.lineSeparator());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quickstart --storage tape",
                "quickstart surplus",
                "replay",
                "replay a b",
                "replay --fast",
                "flash-sale surplus",
                "flash-sale --stock -1",
                "flash-sale --stock some",
                "flash-sale --buyers 0",
                "flash-sale --buyers 1000001",
                "flash-sale --buyers",
                "flash-sale --threads 257"
            })
    void whatADemoCannotDoIsAnsweredWithItsUsage(String words) {
        var run = Run.of(words.split(" ", -1));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("usage: examples/demo " + words.split(" ", -1)[0]);
    }
}
