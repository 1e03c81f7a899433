package dev.commercekit.examples.basics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DemosTest {
    @Test
    void theListThatIsShownNamesEveryDemo() throws IOException {
        try (var lines = Files.lines(Path.of("demos.txt"))) {
            assertThat(lines.map(line -> line.split(" ", 2)[0])).containsExactlyElementsOf(Demos.names());
        }
    }

    @ParameterizedTest
    @MethodSource("dev.commercekit.examples.basics.Demos#names")
    void runs(String name) {
        assertThat(Demos.run(name)).isZero();
    }
}
