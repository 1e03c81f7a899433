package dev.commercekit.examples.basics.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerdictTest {
    @TempDir
    Path folder;

    @Test
    void oneBrokenInvariantBreaksIt() {
        assertThat(new Verdict(Map.of(), Map.of("a", true)).held()).isTrue();
        assertThat(new Verdict(Map.of(), Map.of("a", true, "b", false)).held()).isFalse();
        assertThat(new Verdict(Map.of(), Map.of("a", true, "b", false)).broken())
                .containsExactly("b");
    }

    @Test
    void theFileHoldsTheFiguresAndTheInvariants() throws IOException {
        var file = folder.resolve("out.json");

        new Verdict(Map.of("orders", 2), Map.of("a", true)).writeTo(file);

        assertThat(Files.readString(file))
                .isEqualToIgnoringWhitespace("{\"orders\": 2, \"invariants\": {\"a\": true}}");
    }
}
