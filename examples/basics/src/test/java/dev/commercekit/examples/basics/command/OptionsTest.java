package dev.commercekit.examples.basics.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
    @TempDir
    Path folder;

    @Test
    void optionsStandAnywhere() throws UsageException {
        var file = folder.resolve("out.json");

        var options = Options.parse(
                List.of("--fast", "one", "--json", file.toString(), "--storage", "memory", "two"), Set.of("--fast"));

        assertThat(options.arguments()).containsExactly("one", "two");
        assertThat(options.flags()).containsExactly("--fast");
        assertThat(options.json()).contains(file);
    }

    @ParameterizedTest
    @CsvSource({
        "--storage, --storage needs a value",
        "--storage tape, '--storage can be memory only, not tape'",
        "--json, --json needs a value",
        "--json no/such/folder/x, '--json needs a file in a folder that exists, not no/such/folder/x'",
        "--json src, '--json needs a file in a folder that exists, not src'",
        "--slow, unknown option --slow",
    })
    void whatIsNotUnderstoodIsRefused(String words, String message) {
        assertThatThrownBy(() -> Options.parse(List.of(words.split(" ", -1)), Set.of("--fast")))
                .isInstanceOf(UsageException.class)
                .hasMessage(message);
    }
}
