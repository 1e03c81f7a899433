package dev.commercekit.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.commercekit.json.wire.TypeNames;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pins the wire form: a file holds one line for each type, with a sample as it was written when the file was made, or the
 * names of an enum's constants and of a sealed type's cases. A change here is a change for every stored document and every
 * other version that runs: add, but neither rename nor take away. To write the file anew after a change that is meant:
 *
 * <pre>mvn test -Dfast -pl commerce-json -am -Dtest=WireFormTest -Dsurefire.failIfNoSpecifiedTests=false -Dwire.form=write</pre>
 */
class WireFormTest {

    private static final String FILE = "wire-form.txt";

    private static Map<String, String> pinned = Map.of();

    @BeforeAll
    static void readFile() throws IOException {
        if ("write".equals(System.getProperty("wire.form"))) {
            List<String> lines =
                    types().map(type -> type.getName() + " " + form(type)).toList();
            Files.write(Path.of("src/test/resources", FILE), lines);
            pinned = parse(lines.stream());
        } else {
            try (InputStream file = WireFormTest.class.getResourceAsStream("/" + FILE)) {
                String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
                pinned = parse(text.lines());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void isAsItWasPinned(Class<?> type) {
        assertThat(form(type)).isEqualTo(pinned.get(type.getName()));
    }

    @ParameterizedTest
    @MethodSource("types")
    void whatWasWrittenIsStillRead(Class<?> type) {
        if (type.isRecord()) {
            assertThat(RoundTripTest.codec(type).read(pinned.get(type.getName())))
                    .isEqualTo(sample(type));
        }
    }

    @Test
    void nothingIsPinnedThatIsGone() {
        assertThat(pinned.keySet())
                .containsExactlyInAnyOrderElementsOf(types().map(Class::getName).toList());
    }

    static Stream<Class<?>> types() {
        return ApiTypes.onTheWire().stream();
    }

    private static String form(Class<?> type) {
        if (type.isEnum()) {
            return Stream.of(type.getEnumConstants())
                    .map(each -> ((Enum<?>) each).name())
                    .collect(Collectors.joining(" "));
        }
        if (type.isSealed()) {
            return TypeNames.cases(type).keySet().stream().sorted().collect(Collectors.joining(" "));
        }
        return RoundTripTest.codec(type).write(sample(type));
    }

    /** Each type has a seed of its own, so that a new one changes no other's line. */
    private static Object sample(Class<?> type) {
        return Samples.full(type.getName().hashCode()).of(type);
    }

    private static Map<String, String> parse(Stream<String> lines) {
        Map<String, String> forms = new TreeMap<>();
        lines.forEach(line -> forms.put(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1)));
        return forms;
    }
}
