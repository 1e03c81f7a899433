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
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    private static final Set<String> FLAGS = Set.of("--fast");
    private static final Set<String> VALUES = Set.of("--size");

    @TempDir
    Path folder;

    @Test
    void optionsStandAnywhere() throws UsageException {
        var file = folder.resolve("out.json");

        var options = Options.parse(
                List.of("--fast", "one", "--json", file.toString(), "--storage", "memory", "--size", "7", "two"),
                FLAGS,
                VALUES);

        assertThat(options.arguments()).containsExactly("one", "two");
        assertThat(options.flags()).containsExactly("--fast");
        assertThat(options.json()).contains(file);
        assertThat(options.storage()).isEqualTo(new StorageChoice("memory", true));
        assertThat(options.number("--size", 3, 1, 9)).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({
        "--storage, --storage needs a value",
        "--storage tape, '--storage can be memory, not tape'",
        "--json, --json needs a value",
        "--json no/such/folder/x, '--json needs a file in a folder that exists, not no/such/folder/x'",
        "--json src, '--json needs a file in a folder that exists, not src'",
        "--slow, unknown option --slow",
        "--size, --size needs a value",
    })
    void whatIsNotUnderstoodIsRefused(String words, String message) {
        assertThatThrownBy(() -> Options.parse(List.of(words.split(" ", -1)), FLAGS, VALUES))
                .isInstanceOf(UsageException.class)
                .hasMessage(message);
    }

    @Test
    void aNumberThatIsNotGivenIsTheUsualOne() throws UsageException {
        assertThat(Options.parse(List.of(), FLAGS, VALUES).number("--size", 3, 1, 9))
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0", "1001", "9999999999", "many", "1.5", ""})
    void aNumberThatCannotBeUsedIsRefused(String given) throws UsageException {
        var options = Options.parse(List.of("--size", given), FLAGS, VALUES);

        assertThatThrownBy(() -> options.number("--size", 3, 1, 1_000))
                .isInstanceOf(UsageException.class)
                .hasMessage("--size needs a whole number from 1 to 1,000, not " + given);
    }
}
